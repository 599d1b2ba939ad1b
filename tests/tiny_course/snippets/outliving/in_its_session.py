"""A child goes on after its parent, in a session of its own."""

import subprocess
import sys

GO_ON = "import time; print('up', flush=True); time.sleep(600)"
child = subprocess.Popen([sys.executable, "-c", GO_ON, __file__], stdout=subprocess.PIPE, start_new_session=True)
assert child.stdout
print("the child is", child.stdout.readline().decode().strip())
