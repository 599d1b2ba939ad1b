"""The last words of a crash."""

import faulthandler
import os


def crash() -> None:
    print("crashing")
    os.abort()


faulthandler.enable()
crash()

# /// run
# ends = "signal SIGABRT"
# output = "varies"
# because = "the dump names the thread by its address"
# ///
