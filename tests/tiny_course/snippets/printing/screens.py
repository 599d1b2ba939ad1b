"""A second screen that is left again, a region that scrolls, and places on the screen."""

print("menu\n")
print("\x1b[?1049h\x1b[2J\x1b[H\x1b[48;5;17mfull screen\x1b[0m", *range(30), sep="\n", end="\x1b[?1049l")
print("one\ntwo\nthree\nfour\x1b[3;5r\x1b[5H\nfive\nsix\x1b[r\x1b[7H", end="")
print("日本語\x1b[1;10Htop\x1b[7;8H\x1b[2mdim\x1b[22m and \x1b[9mor not\x1b[29m")
