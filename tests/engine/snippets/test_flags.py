"""Options of the interpreter that a program may be run with."""

import subprocess
import sys

import pytest

from snippets.engine.program.flags import wrong

FINE = [["-X", "dev"], ["-Xdev"], ["-W", "error"], ["-Werror"], ["-OO"], ["-bb", "-u"], ["-X", "importtime", "-B"]]


@pytest.mark.parametrize("flags", FINE)
def test_what_python_knows_is_fine(flags: list[str]) -> None:
    assert list(wrong(flags)) == []
    subprocess.run([sys.executable, *flags, "-c", "pass"], check=True, capture_output=True, timeout=60)


@pytest.mark.parametrize("flag", ["-I", "-E", "-S", "-uS"])
def test_what_would_hide_a_program_from_its_record_is_refused(flag: str) -> None:
    assert list(wrong([flag])) == [
        (f"With '{flag}' its output would not be recorded in order.", "Leave it out: -E, -I and -S cannot be.")
    ]


@pytest.mark.parametrize("flag", ["-c", "-m", "-i", "-V", "--help", "-", "", "p.py", "-X dev -c", "-Z"])
def test_what_would_run_something_else_or_nothing_is_refused(flag: str) -> None:
    found = [what for what, _ in wrong([flag])]
    assert found == ([] if flag.startswith("-X") else [f"'{flag}' is no option with which Python runs a program."])


def test_an_option_that_takes_a_value_has_one() -> None:
    assert list(wrong(["-O", "-X"])) == [("'-X' has no value.", 'Write such as ["-X", "dev"].')]
