"""ANSI escapes, as many tools print them."""

print("\x1b[31mred\x1b[0m, \x1b[1;32mbold green\x1b[0m, plain")
