"""Fork while another thread holds a lock, and let the child ask for that lock."""

import multiprocessing
import threading
import warnings

warnings.simplefilter("default")  # show what is hidden otherwise
printer = threading.Lock()
printing = threading.Event()
enough = threading.Event()


def print_map():
    with printer:
        printing.set()
        enough.wait()


def forecast():
    print("the child gets the printer:", printer.acquire(timeout=0.5))


if __name__ == "__main__":
    # --8<-- [start:fork]
    threading.Thread(target=print_map).start()
    printing.wait()
    child = multiprocessing.get_context("fork").Process(target=forecast)
    child.start()
    enough.set()  # in the parent, the printer is free from here on
    print("the parent gets the printer:", printer.acquire())
    child.join()
    # --8<-- [end:fork]

# /// run
# output = "varies"
# because = "the warning names the process by its number; up to 3.11 there is no warning"
# rare = true
# python = ["3.11", ">=3.12"]
# needs = ["fork"]
# ///
