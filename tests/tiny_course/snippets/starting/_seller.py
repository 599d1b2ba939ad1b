"""Sells all that is in stock."""

from pathlib import Path

for line in Path("stock.csv").read_text(encoding="utf-8").splitlines():
    print("sold:", line)
