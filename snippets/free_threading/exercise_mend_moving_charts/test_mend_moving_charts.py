"""The check of `mend_moving_charts`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck: songs are added between any two instructions of the answer and of what it calls, or during
each call of `play`. If other threads call `play`, they are held until nobody goes on, and the last one plays first.
"""

import linecache
import sys
import threading
import traceback
from types import FrameType
from typing import Any

import pytest
from called import Call, expect, imported

mend_moving_charts = imported("play_all")
answer = mend_moving_charts.__file__
SONGS = {"Yesterday": 3, "Help": 1, "Michelle": 2}
MANY = dict.fromkeys("QWERTYUIOP", 0)  # no set has them in this order by luck
MOST_NEW = 300  # songs; then an answer that begins again and again comes to an end
MOST_INSTRUCTIONS = 1_000_000


class EndlessError(BaseException):
    """Ends an answer that goes round and round."""


def where(error: Exception) -> str:
    """The exception, and the line of the answer that raised it."""
    line = max(frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == answer)
    return f"{type(error).__name__}: {error}\n  at line {line}: {linecache.getline(str(answer), line).strip()}"


class Player:
    """Plays the songs, to one thread after the other."""

    def __init__(self, fails: Exception | None = None) -> None:
        self.played: list[str] = []
        self.held: list[threading.Event] = []
        self.fails = fails
        self.by_others = False  # threads that the answer has started

    def play(self, song: str) -> object:
        """Play a song, or fail. What it returns means nothing."""
        if threading.current_thread().name != "the answer":
            self.by_others = True
            self.held.append(may_go_on := threading.Event())
            may_go_on.wait()
        self.played.append(song)
        self.go_on()
        if self.fails:
            raise self.fails
        return (None, False, True)[len(self.played) % 3]

    def go_on(self) -> None:
        """Let the thread go on that came last; after it has played, it does the same."""
        if self.held:
            self.held.pop().set()

    def outcome(self, told: str, call: Call) -> str:
        """Let a call of the answer run to its end, and say what it raised."""
        for does in call.looks():
            if does == "rests":
                self.go_on()
            elif does == "stuck":
                expect(False, f"{told} does not come to its end{call.where()}")
        if isinstance(call.error, EndlessError):
            return "play_all comes to no end"
        return f"play_all raised {where(call.error)}" if isinstance(call.error, Exception) else ""


@pytest.mark.parametrize("when", ["between any two instructions", "during play()"])
@pytest.mark.parametrize("songs", [SONGS, MANY, {"Help": 1}, {}])
def test_songs_are_added_meanwhile(songs: dict[str, int], when: str) -> None:
    charts, player, new = dict(songs), Player(), list[str]()
    played = player.played
    instructions = 0

    def add() -> None:
        if len(new) < MOST_NEW:
            new.append(f"new song {len(new)}")
            charts[new[-1]] = 0

    def play(song: str) -> object:
        returned = player.play(song)
        if when == "during play()":
            add()
        return returned

    def another_thread(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal instructions
        if frame.f_code.co_filename in (__file__, threading.__file__):
            return None
        frame.f_trace_opcodes = True
        instructions += frame.f_code.co_filename == answer
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

    wrong = player.outcome("play_all()", Call(beside_another_thread))
    expect(not wrong, f"songs were added meanwhile, and {wrong}")
    for song in songs:
        times = f"{song!r} was in the charts when play_all began, and was played {played.count(song)} times"
        expect(played.count(song) == 1, times)
    by = ": several threads call play(), and any of them may be first" if player.by_others else ""
    in_order = [song for song in played if song in songs] == list(songs)
    expect(in_order, f"play_all played {played}, not in their order{by}")
    expect(charts == {**songs, **dict.fromkeys(new, 0)}, f"play_all has changed the charts: {list(charts)[:4]}")
    expect(set(played) <= charts.keys(), f"play_all played {played}, and in the charts were {list(songs)}")


@pytest.mark.parametrize("failure", [OSError("no record"), RuntimeError("no needle")])
def test_an_exception_of_play_reaches_the_caller(failure: Exception) -> None:
    player = Player(failure)
    call = Call(lambda: mend_moving_charts.play_all(dict(SONGS), player.play))
    raised = player.outcome("play_all()", call) or "play_all raised nothing"
    expect(call.error is failure, f"play() raised {failure!r}, and {raised}")
