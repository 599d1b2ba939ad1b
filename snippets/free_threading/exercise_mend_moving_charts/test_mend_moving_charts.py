"""The check of `mend_moving_charts`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck: songs are added between any two instructions of the answer, or
during each call of `play`.
"""

import linecache
import sys
import traceback
from types import FrameType
from typing import Any

import pytest
from called import expect, imported, outcome

mend_moving_charts = imported("play_all")
answer = mend_moving_charts.__file__
SONGS = {"Yesterday": 3, "Help": 1, "Michelle": 2}
MOST_NEW = 300  # songs; then an answer that begins again and again comes to an end
MOST_INSTRUCTIONS = 100_000


class EndlessError(BaseException):
    """Ends an answer that goes round and round."""


def where(error: Exception) -> str:
    """The exception, and the line of the answer that raised it."""
    line = max(frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == answer)
    return f"{type(error).__name__}: {error}\n  at line {line}: {linecache.getline(str(answer), line).strip()}"


@pytest.mark.parametrize("when", ["between any two instructions", "during play()"])
@pytest.mark.parametrize("songs", [SONGS, {"Help": 1}, {}])
def test_songs_are_added_meanwhile(songs: dict[str, int], when: str) -> None:
    charts, played, new = dict(songs), list[str](), list[str]()
    instructions = 0

    def add() -> None:
        if len(new) < MOST_NEW:
            new.append(f"new song {len(new)}")
            charts[new[-1]] = 0

    def play(song: str) -> None:
        played.append(song)
        if when == "during play()":
            add()

    def another_thread(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal instructions
        if frame.f_code.co_filename != answer:
            return None
        frame.f_trace_opcodes = True
        instructions += 1
        if instructions > MOST_INSTRUCTIONS:
            raise EndlessError
        if event == "opcode" and when == "between any two instructions":
            add()
        return another_thread

    def beside_another_thread() -> None:
        before = sys.gettrace()
        sys.settrace(another_thread)
        try:
            mend_moving_charts.play_all(charts, play)
        finally:
            sys.settrace(before)

    wrong = ""
    try:
        outcome("play_all()", beside_another_thread)
    except EndlessError:
        wrong = "play_all comes to no end"
    except Exception as error:
        wrong = f"play_all raised {where(error)}"
    expect(not wrong, f"songs were added meanwhile, and {wrong}")
    for song in songs:
        times = f"{song!r} was in the charts when play_all began, and was played {played.count(song)} times"
        expect(played.count(song) == 1, times)
    expect([song for song in played if song in songs] == list(songs), f"play_all played {played}, not in their order")
    expect(charts == {**songs, **dict.fromkeys(new, 0)}, f"play_all has changed the charts: {list(charts)[:4]}")
    expect(set(played) <= charts.keys(), f"play_all played {played}, and in the charts were {list(songs)}")
