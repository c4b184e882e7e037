# glossary: completions for bash
_glossary() {
    local line current="${COMP_WORDS[COMP_CWORD]}"
    COMPREPLY=()
    while IFS= read -r line; do
        case "$line" in
            :file | :directory)
                compopt -o filenames 2>/dev/null
                local kind=-f
                [[ $line == :directory ]] && kind=-d
                while IFS= read -r line; do COMPREPLY+=("$line"); done \
                    < <(compgen "$kind" -- "$current")
                ;;
            *) COMPREPLY+=("$line") ;;
        esac
    done < <("${COMP_WORDS[0]}" __complete -- bash "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}
complete -F _glossary glossary glossary-tui
