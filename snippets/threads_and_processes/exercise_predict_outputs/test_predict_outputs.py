"""The check of `predict_outputs`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It runs every program of `programs.md` as a process of its own, and compares what that prints with the prediction. On a
system that has no fork, it knows what the programs print that need one: of each line, it has the mark of the words. And
it sees when the prediction reads the programs, to run them itself.
"""

import hashlib
import multiprocessing
import os
import re
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from typing import NoReturn

import pytest
from called import outcome

ANSWER, FILE = (Path(__file__).with_name(name) for name in ("predict_outputs.py", "programs.md"))
TEXT = FILE.read_text(encoding="utf-8")
PROGRAMS = dict(re.findall(r"^## (\w+)\n\n```python\n(.+?)^```$", TEXT, re.MULTILINE | re.DOTALL))
ASK = {
    "basket": "How many lists are there, and which threads reach them?",
    "parcel": "Which of the three lines in pack() change the list that came in, and which do something else?",
    "desk": "Which thread has set `letters`, and what does the other one find there?",
    "tickets": "What does each child begin with, and who sees what it sells?",
    "prices": "Which lines of the file does a spawned child run before it calls show(), and which not?",
    "order": "What comes out of the queue: the list itself or a copy of it? Ask it for thread and process.",
    "diary": "How many positions in the file are there, and who moves them?",
    "votes": "In how many processes is there a `shouted`, and which one is printed? And `ballots`?",
}
HAS_FORK = "fork" in multiprocessing.get_all_start_methods()
FORKED = {  # the marks of what a program with a fork prints
    "tickets": ["77381050dc05", "77381050dc05", "95a9da1413c2"],
    "diary": ["1a2e4046ba32", "f88e86aecef1", "f300cf2209fc"],
}
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
RUNS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork")
opened: list[str] = []  # the files that are opened while the answer predicts
ran: list[str] = []  # what it runs meanwhile


def note(event: str, given: tuple[object, ...]) -> None:
    """Note a file that is opened, and a program that is run."""
    if event == "open":
        opened.append(str(given[0]))
    elif event in RUNS:
        ran.append(event)


sys.addaudithook(note)


def fail(told: str) -> NoReturn:
    """Fail with `told`, and nothing else."""
    pytest.fail(told, pytrace=False)


def printed_by(name: str, folder: Path) -> list[str]:
    """What the program prints, run as a process of its own."""
    program = folder / f"{name}.py"
    program.write_text(PROGRAMS[name], encoding="utf-8")
    line_by_line = {**os.environ, "PYTHONUNBUFFERED": "1"}
    run = subprocess.run(
        [sys.executable, program.name],
        cwd=folder,
        env=line_by_line,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        fail(f"{name}(): its program does not run on this computer: {run.stderr.splitlines()[-1:]}")
    return run.stdout.splitlines()


def bare(line: str) -> list[str]:
    """The words and numbers of a line: what matters."""
    return re.findall(r"-?\w+", line.casefold())


def mark(line: str) -> str:
    """What tells whether two lines have the same words, and does not tell the words."""
    return hashlib.sha256(" ".join(bare(line)).encode()).hexdigest()[:12]


def marks(name: str, folder: Path) -> list[str]:
    """The marks of the lines that the program prints."""
    known = FORKED.get(name)
    return known if known and not HAS_FORK else [mark(line) for line in printed_by(name, folder)]


def predicted(name: str) -> list[str]:
    """The lines that the learner wrote."""
    opened.clear()
    ran.clear()
    answer: object = None
    failed = ""

    def predict() -> object:
        import predict_outputs

        return getattr(predict_outputs, name, lambda: "")()

    try:
        answer = outcome(f"{name}()", predict)
    except SyntaxError as error:
        failed = f"no Python yet: {error.msg}\n  line {error.lineno}: {(error.text or '').strip()}"
    except Exception as error:
        failed = f"not right: it raises {type(error).__name__}: {error}"
    if failed:
        fail(f"{name}(): {ANSWER.name} is {failed}")
    if any(Path(file).name == FILE.name for file in opened):
        fail(f"{name}(): it reads {FILE.name}. Write down what you think, before the program runs.")
    if ran:
        fail(f"{name}(): it runs a program. Write down what you think, before the program runs.")
    if not isinstance(answer, str):
        kind = "nothing" if answer is None else f"a {type(answer).__name__}, {answer!r}"
        fail(f"{name}(): it returned {kind}. It should return one text, with all lines.")
    if "TODO" in answer or not answer.strip():
        fail(f"{name}(): there is no prediction yet. What does the program {name} in programs.md print?")
    return [line.strip() for line in answer.splitlines() if line.strip()]


def told(name: str, lines: list[str], right: list[str]) -> str | None:
    """The first thing that is wrong with the lines, and a question that leads on; or nothing."""
    for place, line, truth in zip_longest(PLACES, lines, right):
        if line is None and truth is None:
            break
        if line is None or truth is None:
            more = "more" if line is None else "fewer"
            return f"{name}(): the program prints {more} lines than the {len(lines)} you wrote.\n{ASK[name]}"
        if mark(line) != truth:
            return f"{name}(): the {place} line you wrote is not what the program prints: {line!r}.\n{ASK[name]}"
    return None


@pytest.mark.parametrize("name", ASK)
def test_prediction(name: str, tmp_path: Path) -> None:
    lines = predicted(name)
    wrong = told(name, lines, marks(name, tmp_path))
    if wrong:
        fail(wrong)
