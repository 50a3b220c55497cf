"""The commands, one file each: ``command(language)`` gives the click command."""
