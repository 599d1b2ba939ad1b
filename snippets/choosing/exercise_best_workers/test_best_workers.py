"""The check of `best_workers`: plain `pytest` in this folder runs it."""

import linecache
import re
import traceback
from pathlib import Path

import best_workers
import pytest

# alone, piece, pieces, start, cores: best number of workers, how many times as fast
JOBS = {
    (0, 100, 4, 0, 4): (4, 4.0),
    (100, 50, 24, 40, 8): (6, 1300 / 540),
    (100, 100, 3, 0, 100): (3, 2.0),
    (0, 1, 4, 50, 8): (0, 1.0),
    (50, 100, 7, 10, 4): (4, 750 / 290),
    (0, 100, 4, 0, 3): (2, 2.0),
    (300, 100, 1, 10, 8): (0, 1.0),
    (0, 60, 7, 25, 3): (3, 420 / 255),
    (200, 100, 8, 1, 4): (4, 1000 / 404),
}


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(re.sub(" at 0x[0-9a-f]+", "", told), pytrace=False)


def failure(error: Exception) -> str:
    """The line of the answer that was called last, and the exception."""
    answer = str(Path(best_workers.__file__))
    at = [frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == answer]
    line = f"\n  at line {at[-1]}: {linecache.getline(answer, at[-1]).strip()}" if at else ""
    return f"{line}\n  with {type(error).__name__}: {error}"


@pytest.mark.parametrize("job", JOBS, ids=str)
def test_a_job(job: tuple[int, int, int, int, int]) -> None:
    names = ("alone", "piece", "pieces", "start", "cores")
    call = f"best_workers({', '.join(f'{name}={value}' for name, value in zip(names, job, strict=True))})"
    returned, failed = (0, 0.0), ""
    try:
        returned = best_workers.best_workers(*job)
    except Exception as error:
        failed = failure(error)
    expect(not failed, f"{call} fails{failed}")
    is_pair = isinstance(returned, tuple) and len(returned) == 2
    expect(is_pair, f"{call} returned {returned!r}, not a number of workers and a gain")
    workers, gain = JOBS[job]
    expect(returned[0] == workers, f"{call} returned {returned[0]} workers, not {workers}")
    right = abs(returned[1] - gain) < 1e-6
    expect(right, f"{call} returned {returned[1]:.2f} times as fast, not {gain:.2f}")
