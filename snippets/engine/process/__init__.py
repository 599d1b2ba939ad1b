"""One run of a program."""
