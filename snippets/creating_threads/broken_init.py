"""A subclass with an __init__ that forgets super().__init__()."""

import threading


class Courier(threading.Thread):
    def __init__(self, address):
        self.address = address

    def run(self):
        print("delivering to", self.address)


Courier("2 Barrel Street").start()

# /// run
# ends = "exit 1"
# ///
