"""A child goes on after its parent: its session, environment, folder and streams are its own."""

import subprocess
import sys

GO_ON = "import time; print('up', flush=True); time.sleep(600)"
child = subprocess.Popen(
    [sys.executable, "-c", GO_ON, __file__],
    stdin=subprocess.DEVNULL,
    stdout=subprocess.PIPE,
    stderr=subprocess.DEVNULL,
    cwd="/",
    env={},
    start_new_session=True,
)
assert child.stdout
print("the child is", child.stdout.readline().decode().strip())
