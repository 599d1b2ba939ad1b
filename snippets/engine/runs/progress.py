"""Show how a build's runs go on: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

import click

Progress = Callable[[int, int, Sequence[str]], None]


@contextmanager
def shown(stream: TextIO | None = None) -> Iterator[Progress]:
    """Give a function that takes the runs done, all runs and the names of those in progress, and shows them."""
    stream = stream or sys.stderr
    if not stream.isatty():
        yield lambda done, total, running: print(_line(done, total, running), file=stream, flush=True)
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


def _line(done: int, total: int, running: Sequence[str]) -> str:
    return f"[{done}/{total}] running {_names(running)}" if running else f"[{done}/{total}] done"


def _names(running: Sequence[str] | None) -> str:
    names = list(dict.fromkeys(name.partition(" ")[0] for name in running or ()))
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
