"""`glossary completions`: what teaches a shell to complete."""

from __future__ import annotations

from glossary_tui.cli.completing import SHELLS
from glossary_tui.errors import WrongUsage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options

_BASH = """\
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
                while IFS= read -r line; do COMPREPLY+=("$line"); done \\
                    < <(compgen "$kind" -- "$current")
                ;;
            *) COMPREPLY+=("$line") ;;
        esac
    done < <("${COMP_WORDS[0]}" __complete -- bash "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}
complete -F _glossary glossary glossary-tui
"""
_ZSH = """\
#compdef glossary glossary-tui
# glossary: completions for zsh
_glossary() {
    local line word
    local -a found
    for line in "${(@f)$("${words[1]}" __complete -- zsh "${(@Q)words[1,CURRENT]}" 2>/dev/null)}"; do
        case $line in
            ('') ;;
            (:file) _files ;;
            (:directory) _files -/ ;;
            (*)
                word=${line%%$'\\t'*}
                if [[ $line == *$'\\t'* ]]; then
                    found+=("${word//:/\\\\:}:${line#*$'\\t'}")
                else
                    found+=("${word//:/\\\\:}")
                fi
                ;;
        esac
    done
    (( $#found )) && _describe -V glossary found -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}'
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _glossary "$@"
else
    compdef _glossary glossary glossary-tui
fi
"""
_FISH = """\
# glossary: completions for fish
function __glossary_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in ($words[1] __complete -- fish $words 2>/dev/null)
        switch $line
            case :file
                __fish_complete_path (commandline -ct)
            case :directory
                __fish_complete_directories (commandline -ct)
            case '*'
                printf '%s\\n' $line
        end
    end
end
complete -c glossary -f -a '(__glossary_complete)'
complete -c glossary-tui -f -a '(__glossary_complete)'
"""
SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def run(context: Context, options: Options) -> int:
    """Print the script of a shell."""
    shell = options.argument(0)
    if shell not in SCRIPTS:
        raise WrongUsage(f"completions are for {', '.join(SHELLS)}, not for “{shell}”")
    context.output.write(SCRIPTS[shell])
    return 0
