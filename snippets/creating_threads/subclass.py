"""A thread that is a class of its own, with its work in run()."""

import math
import threading


class Packer(threading.Thread):
    def __init__(self, loaves):
        super().__init__()
        self.loaves = loaves
        self.boxes = 0

    def run(self):
        self.boxes = math.ceil(self.loaves / 4)


# --8<-- [start:use]
packers = [Packer(6), Packer(12), Packer(7)]
for packer in packers:
    packer.start()
for packer in packers:
    packer.join()
print([packer.boxes for packer in packers])
# --8<-- [end:use]
