"""A child goes on after its parent, in the same process group."""

import os
import time

reading, writing = os.pipe()
if os.fork() == 0:
    os.write(writing, b"!")
    time.sleep(600)
os.read(reading, 1)
print("the parent leaves, the child stays")

# /// run
# needs = ["fork"]
# ///
