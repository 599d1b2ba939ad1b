"""The programs are run, by another program that reads them.

The check says: basket(): it runs a program. Write down what you think, before the program runs.
"""

import re
import subprocess
import sys
from pathlib import Path


def run(name):
    file = Path(__file__).with_name("programs.md")
    text = subprocess.run(["cat", file], capture_output=True, check=True, text=True).stdout
    found = re.search(rf"^## {name}\n\n```python\n(.+?)^```$", text, re.MULTILINE | re.DOTALL)
    program = [sys.executable, "-u", "-c", found[1]]
    return subprocess.run(program, capture_output=True, check=True, text=True).stdout


def basket():
    return run("basket")


def parcel():
    return run("parcel")


def desk():
    return run("desk")


def tickets():
    return run("tickets")


def prices():
    return run("prices")


def order():
    return run("order")


def diary():
    return run("diary")


def votes():
    return run("votes")
