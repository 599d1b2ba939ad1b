"""A thread can be started only once, even when it has finished."""

import threading


def pack():
    print("packing")


packer = threading.Thread(target=pack)
packer.start()
packer.join()
packer.start()

# /// run
# ends = "exit 1"
# ///
