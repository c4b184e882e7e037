"""The commands, each a module with `run(context, options)`: an exit status, or the interface."""
