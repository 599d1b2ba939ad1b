"""Bytes that are no UTF-8."""

import sys

sys.stdout.buffer.write(b"caf\xe9 and na\xc3\xafve\n")
