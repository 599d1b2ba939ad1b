"""Show how a build's runs go on: a bar on a terminal, some plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

import click

LINES = 20  # for all runs, after the first, where no terminal shows a bar: a log is read later, by scrolling

Progress = Callable[[int, int, Sequence[str]], None]


@contextmanager
def shown(stream: TextIO | None = None) -> Iterator[Progress]:
    """Give a function that takes the runs done, all runs and the names of those in progress, and shows them."""
    stream = stream or sys.stderr
    if not stream.isatty():
        yield _lines(stream)
        return
    bar = click.progressbar(length=1, file=stream, label="Running programs", item_show_func=_names)
    started = False

    def draw(done: int, total: int, running: Sequence[str]) -> None:
        nonlocal started
        if not started:
            bar.length = total
            bar.render_progress()
            started = True
        bar.current_item = running
        bar.update(done - bar.pos, running)
        bar.render_progress()

    try:
        yield draw
    finally:
        if started:
            bar.render_finish()


def _lines(stream: TextIO) -> Progress:
    told = -1

    def tell(done: int, total: int, running: Sequence[str]) -> None:
        nonlocal told
        if (due := done * LINES // total) > told:
            told = due
            print(_line(done, total, running), file=stream, flush=True)

    return tell


def _line(done: int, total: int, running: Sequence[str]) -> str:
    return f"[{done}/{total}] running {_names(running)}" if running else f"[{done}/{total}] done"


def _names(running: Sequence[str] | None) -> str:
    names = list(dict.fromkeys(name.partition(" ")[0] for name in running or ()))
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
