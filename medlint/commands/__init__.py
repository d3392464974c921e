"""The subcommands of `medlint`, one module each, imported when called."""
