"""args=(17) is the number 17: the comma that makes a tuple is missing."""

import threading


def pack(order):
    print("packing order", order)


def forget_the_comma():
    packer = threading.Thread(target=pack, args=(17))
    print("the thread is made")
    packer.start()
    packer.join()


forget_the_comma()
