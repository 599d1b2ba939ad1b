"""Four threads share one generator, in ten processes, since it may crash one."""

import subprocess
import sys
import threading
from collections import Counter


def take_them_all():
    together.wait()
    try:
        for _ in tickets:
            pass
    except Exception as error:
        errors.add(repr(error))


if sys.argv[1:]:
    tickets = (number for number in range(300_000))
    errors = set()
    together = threading.Barrier(4)
    threads = [threading.Thread(target=take_them_all) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(*sorted(errors) or ["no error"], sep=" and ")
else:
    command = [sys.executable, __file__, "share the generator"]
    ends = Counter[str]()
    for _ in range(10):
        child = subprocess.run(command, capture_output=True, text=True)
        ends[child.stdout.strip() or f"ended by signal {-child.returncode}"] += 1
    for end, times in ends.most_common():
        print(f"{times:2} of 10: {end}")

# /// run
# timeout = 30
# output = "varies"
# because = "it depends on when two threads ask at the same time"
# alone = true
# python = ["3.14", "free-threaded"]
# ///
