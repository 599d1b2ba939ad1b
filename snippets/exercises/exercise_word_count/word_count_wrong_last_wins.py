"""Each file takes the place of what was counted before.

The check says: count_words counted 'apples' once; the files hold it 2 times
"""

import os
import re
import threading
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

CHOICE = "threads"
REASON = (
    "Counting is Python code, so with the GIL two threads are no faster than one. I expect files on a slow network, "
    "where threads wait at the same time, and no count has to be copied to get back."
)

Worker = tuple[int, int]  # the id of its process, and that of its thread


@dataclass
class Report:
    """What came out of counting."""

    words: Counter[str] = field(default_factory=Counter)  # how often a word occurs, in all files together
    unread: dict[Path, str] = field(default_factory=dict)  # the files that cannot be read, each with its `repr(error)`
    workers: set[Worker] = field(default_factory=set)  # who counted


def count_file(path: Path) -> tuple[Counter[str], Worker]:
    """Count the words of one file; say who did it. Leave this function as it is.

    Raises OSError or UnicodeDecodeError for a file that cannot be read.
    """
    words = re.findall(r"\w+", path.read_text(encoding="utf-8").lower())
    return Counter(words), (os.getpid(), threading.get_ident())


def count_words(paths: Sequence[Path], workers: int) -> Report:
    """The words of all files, counted by `workers` workers at once."""
    report = Report()
    with ThreadPoolExecutor(workers) as executor:
        futures = {path: executor.submit(count_file, path) for path in paths}
    for path, future in futures.items():
        try:
            words, worker = future.result()
        except (OSError, UnicodeDecodeError) as error:
            report.unread[path] = repr(error)
        else:
            report.words = words
            report.workers.add(worker)
    return report
