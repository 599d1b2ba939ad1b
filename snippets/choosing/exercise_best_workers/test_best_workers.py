"""The check of `best_workers`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It counts the lines that a call runs, and so sees, without a clock, when one does not come to its end.
"""

import linecache
import re
import sys
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

import called
import pytest

ANSWER = Path(__file__).with_name("best_workers.py")
MOST = 200_000  # lines of one call: fifty times what trying everything takes
# alone, piece, pieces, start, cores: best number of workers, how many times as fast
JOBS: dict[tuple[float, ...], tuple[int, float]] = {
    (0, 100, 4, 0, 4): (4, 4.0),
    (100, 50, 24, 40, 8): (6, 1300 / 540),
    (100, 100, 3, 0, 100): (3, 2.0),
    (0, 1, 4, 50, 8): (0, 1.0),
    (50, 100, 7, 10, 4): (4, 750 / 290),
    (0, 100, 4, 0, 3): (2, 2.0),
    (300, 100, 1, 10, 8): (0, 1.0),
    (0, 60, 7, 25, 3): (3, 420 / 255),
    (200, 100, 8, 1, 4): (4, 1000 / 404),
    (0, 60, 12, 25, 6): (6, 720 / 270),
    (0, 100, 2, 50, 2): (0, 1.0),
    (0, 100, 6, 100, 6): (2, 600 / 500),
    (10.5, 0.25, 1000, 2.5, 16): (10, 260.5 / 60.5),
    (100, 100, 5, 0, 1): (0, 1.0),
    (0, 1000, 200, 1, 64): (50, 200_000 / 4050),
    (100_000, 100, 3, 1, 8): (3, 100_300 / 100_103),
}


class EndlessError(BaseException):
    """Raised in a call that runs far more lines than any answer needs."""


class Counter:
    """Counts the lines of the answer that one call runs."""

    def __init__(self) -> None:
        self.lines = 0

    def trace(self, frame: FrameType, event: str, _: object) -> Any:
        """Python calls this for each line."""
        if frame.f_code.co_filename != str(ANSWER):
            return None
        self.lines += event == "line"
        if self.lines > MOST:
            raise EndlessError("it runs its lines again and again")
        return self.trace


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(re.sub(" at 0x[0-9a-f]+", "", told), pytrace=False)


def failure(error: BaseException) -> str:
    """The line of the answer that was called last, and the exception."""
    answer = str(ANSWER)
    at = [frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == answer]
    if isinstance(error, SyntaxError):
        at.append(error.lineno or 0)
    line = f"\n  at line {at[-1]}: {linecache.getline(answer, at[-1]).strip()}" if at else ""
    if isinstance(error, EndlessError):
        return line
    return f"{line}\n  with {type(error).__name__}: {str(error).partition(' (')[0]}"


def outcome(call: str, job: tuple[Any, ...]) -> Any:
    """What the answer returns, or the exception that it raises."""

    def counted() -> Any:
        sys.settrace(Counter().trace)  # of this thread, which `called.py` has begun for it
        import best_workers

        return best_workers.best_workers(*job)

    try:
        return called.outcome(call, counted)
    except (Exception, EndlessError) as error:
        return error


@pytest.mark.parametrize("job", JOBS, ids=str)
def test_a_job(job: tuple[float, ...]) -> None:
    names = ("alone", "piece", "pieces", "start", "cores")
    call = f"best_workers({', '.join(f'{name}={value}' for name, value in zip(names, job, strict=True))})"
    returned = outcome(call, job)
    endless = isinstance(returned, EndlessError)
    expect(not endless, f"{call} does not come to an end{failure(returned) if endless else ''}")
    failed = failure(returned) if isinstance(returned, BaseException) else ""
    expect(not failed, f"{call} fails{failed}")
    is_pair = isinstance(returned, tuple) and len(returned) == 2
    expect(is_pair, f"{call} returned {returned!r}, not a tuple of a number of workers and a gain")
    (workers, gain), (right, right_gain) = returned, JOBS[job]
    for value, kinds, what in ((workers, int, "a number of workers"), (gain, (int, float), "a gain")):
        is_number = isinstance(value, kinds) and not isinstance(value, bool)
        expect(is_number, f"{call} returned {value!r}, {type(value).__name__}, where {what} should be")
    told = f"{call} returned {workers} worker{'s' * (workers != 1)}"
    expect(workers == right, f"{told}, not {right}")
    told = f"{told}, {gain:.3f} times as fast, not {right_gain:.3f}"
    expect(abs(gain - right_gain) < 1e-6, told)
