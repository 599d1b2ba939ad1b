"""Two lines of faulthandler show where the threads of a stuck program are."""

import faulthandler
import threading

faulthandler.dump_traceback_later(0.5, exit=True)

stock, till = threading.Lock(), threading.Lock()
both_hold_one = threading.Barrier(2)


def sell():
    with stock:
        both_hold_one.wait()
        with till:
            print("never printed")


ann = threading.Thread(target=sell, name="Ann")
ann.start()
with till:  # the main thread takes a cake back
    both_hold_one.wait()
    with stock:
        print("never printed")

# /// run
# ends = "exit 1"
# output = "varies"
# because = "the dump names each thread by its address"
# ///
