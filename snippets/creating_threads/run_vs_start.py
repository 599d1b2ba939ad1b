"""One thread object is run, one is started."""

import threading


def pack():
    print("packing in", threading.current_thread().name)


# --8<-- [start:calls]
packer = threading.Thread(target=pack)
packer.run()

packer = threading.Thread(target=pack)
packer.start()
packer.join()
# --8<-- [end:calls]
