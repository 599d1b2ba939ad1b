"""The program of the notes, as it stood."""

def go():
    s = sum(i for i in range(100))
    print("Calculated sum" str(s))

import threading
t = Thread(target=go, args=(,))
t.start()
t.join()

# /// run
# ends = "exit 1"
# ///
