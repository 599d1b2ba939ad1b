"""Files beside a program are there by their own names."""

import os
import subprocess
import sys

print("in the folder:", *sorted(os.listdir()))
subprocess.run([sys.executable, "_seller.py"], check=True)

# /// run
# files = ["stock.csv", "_seller.py"]
# ///
