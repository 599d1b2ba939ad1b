"""args=("order 17") is a string: each character becomes an argument."""

import threading


def pack(order):
    print("packing", order)


packer = threading.Thread(target=pack, args=("order 17"))
packer.start()
packer.join()
