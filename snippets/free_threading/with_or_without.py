"""Ask a Python to run with the GIL, and to run without it."""

import subprocess
import sys

ASK = "import sys; print('with the GIL:', sys._is_gil_enabled())"

for option in ("gil=1", "gil=0"):
    print(f"python -X {option}", flush=True)
    subprocess.run([sys.executable, "-X", option, "-c", ASK], check=False)

# /// run
# python = ["3.14", "free-threaded"]
# ///
