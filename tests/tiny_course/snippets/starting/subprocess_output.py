"""Other programs print between two prints of this one."""

import subprocess
import sys

print("before")
subprocess.run(["echo", "from echo"], check=True)
subprocess.run([sys.executable, "-c", "print('from another Python')"], check=True)
print("after")
