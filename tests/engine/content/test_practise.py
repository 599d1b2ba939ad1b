"""Exercises in a terminal: what is saved is checked, and what is typed is answered."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import practice
from tests.support.signals import usual_signals
from tests.support.small import SmallCourse, environment

COMMAND = [sys.executable, "-m", "snippets", "exercise"]


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    return practice.course(tmp_path)


class Terminal:
    """A learner's terminal, in which exercises are done."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def until(self, text: str) -> str:
        """All that it prints until a line has this in it."""
        lines = []
        assert self.process.stdout
        for line in self.process.stdout:
            lines.append(line)
            if text in line:
                return "".join(lines)
        raise AssertionError("".join(lines))

    def type(self, line: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()


@pytest.fixture
def terminal(small: SmallCourse) -> Iterator[Terminal]:
    pipe = subprocess.PIPE
    with (
        usual_signals(),
        subprocess.Popen(
            [*COMMAND, "greetings"],
            cwd=small.root,
            env=environment(),
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process,
    ):
        yield Terminal(process)
        process.kill()


def test_it_goes_from_one_exercise_to_the_next_as_answers_are_saved(small: SmallCourse, terminal: Terminal) -> None:
    assert "1 of 2 · Hello" in terminal.until("Enter alone")
    small.write("my_answers/greetings/hello/hello.py", practice.answer("hello", "good evening"))
    assert "hello() returned 'good evening'" in terminal.until("returned")
    terminal.type("h")
    terminal.until("What is to be said?")
    small.write("my_answers/greetings/hello/hello.py", practice.answer("hello"))
    assert "Passed. To compare" in terminal.until("2 of 2 · Bye")
    small.write("my_answers/greetings/bye/bye.py", practice.answer("bye"))
    terminal.until("Done: 2 of 2 exercises.")
    assert terminal.process.wait(60) == 0
    starter = small.root / "snippets/greetings/exercise_hello/hello.py"
    assert starter.read_text(encoding="utf-8") == practice.STARTER.format(name="hello")


def test_ctrl_c_says_what_is_done_and_leaves_quietly(terminal: Terminal) -> None:
    terminal.until("Enter alone")
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.until("Done: 0 of 2").splitlines()[-1] == "Done: 0 of 2 exercises. Next: greetings/hello."
    assert terminal.process.wait(60) == 0


def test_answers_may_lie_in_another_folder(small: SmallCourse) -> None:
    done = small.python("-m", "snippets", "exercise", "waving", "--in", "elsewhere/mine")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"    {Path('elsewhere/mine/waving/wave/wave.py')}\n" in done.stdout
    assert not (small.root / "my_answers").exists()


def test_what_cannot_be_done_is_told(small: SmallCourse) -> None:
    small.write("taken/waving", "a file\n")
    told = {
        ("wavin",): "Error: There is no exercise 'wavin'. Did you mean waving",
        ("--in", "taken"): "Choose another folder: --in FOLDER.",
    }
    for words, message in told.items():
        failed = small.python("-m", "snippets", "exercise", *words)
        assert failed.returncode == 1
        assert message in failed.stderr
        assert "Traceback" not in failed.stderr
