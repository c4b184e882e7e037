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
                printf '%s\n' $line
        end
    end
end
complete -c glossary -f -a '(__glossary_complete)'
complete -c glossary-tui -f -a '(__glossary_complete)'
