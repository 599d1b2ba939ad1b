"""A forked child prints, and leaves without flushing."""

import os

print("parent, before the fork")
child = os.fork()
if child == 0:
    print("child")
    os._exit(0)
os.waitpid(child, 0)
print("parent, after the fork")

# /// run
# needs = ["fork"]
# ///
