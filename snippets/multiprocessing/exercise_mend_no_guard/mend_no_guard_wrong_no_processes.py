"""The main process bakes, so no child can fail.

The check says: bake() is called in the main process
"""

import sys


def bake(loaf):
    print(f"baking {loaf}")


print("the oven is hot")
for loaf in sys.argv[1:]:
    bake(loaf)
