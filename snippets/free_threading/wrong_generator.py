"""Four threads take ticket numbers from one generator, in ten processes, since it may crash Python."""

import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator


def numbers() -> Iterator[int]:
    for number in range(300_000):
        yield number


def take_them_all() -> None:
    together.wait()
    try:
        for _ in tickets:
            pass
    except Exception as error:
        errors.add(repr(error))


if sys.argv[1:]:
    tickets = numbers()
    errors: set[str] = set()
    together = threading.Barrier(4)
    threads = [threading.Thread(target=take_them_all) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(*sorted(errors) or ["no error"], sep=" and ")
else:
    command = [sys.executable, __file__, "share the generator"]
    children = [subprocess.run(command, capture_output=True, text=True, check=False) for _ in range(10)]
    ends = Counter(child.stdout.strip() or f"ended by signal {-child.returncode}" for child in children)
    for end, times in ends.most_common():
        print(f"{times:2} of 10: {end}")

# /// run
# timeout = 30
# output = "varies"
# because = "it depends on when two threads ask at the same time"
# python = ["3.14", "free-threaded"]
# ///
