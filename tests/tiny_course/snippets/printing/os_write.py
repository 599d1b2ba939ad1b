"""Bytes written past Python's streams."""

import os

print("before")
os.write(1, b"straight to the descriptor\n")
print("after")
