"""The report holds the error itself, not its `repr`.

The check says: for missing.txt, count_words reports a FileNotFoundError, not a str such as
"""

import os
import re
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

CHOICE = "threads"
REASON = "A worker spends its time on waiting for the disk, and threads share memory."

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


from concurrent.futures import ThreadPoolExecutor


def count_words(paths, workers):
    report = Report()
    with ThreadPoolExecutor(workers) as ex:
        fs = [(p, ex.submit(count_file, p)) for p in paths]
        for p, f in fs:
            try:
                w, who = f.result()
                report.words.update(w)
                report.workers.add(who)
            except (OSError, UnicodeDecodeError) as e:
                report.unread[p] = e
    return report
