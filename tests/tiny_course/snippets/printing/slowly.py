"""Output that takes its time, with a colour, an empty line and no last newline."""

import sys
import time

for text in ("\x1b[31mone\x1b[0m\n", "two\n\n", "three"):
    sys.stdout.write(text)
    sys.stdout.flush()
    time.sleep(0.5)
