"""A thread that is given its work as a target."""

import threading


def pack(order):
    print("packing", order)


packer = threading.Thread(target=pack, args=("order 17",))
packer.start()
packer.join()
print("the packer is done")
