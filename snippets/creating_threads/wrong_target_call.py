"""target=pack() calls pack at once and hands its None to the thread."""

import threading


def pack():
    print("packing in", threading.current_thread().name)


# --8<-- [start:calls]
packer = threading.Thread(target=pack())
print("the thread is made")
packer.start()
packer.join()
# --8<-- [end:calls]
