"""Each deck as the Python that prints the most would make it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import unescape

from content.engine.course import texts
from content.engine.fence.header import Embed
from content.engine.fence.output import to_html, with_moments
from slides.engine.deck import outlines
from snippets.engine.process.run import Run
from snippets.engine.program.interpreters import Interpreter
from snippets.engine.program.program import Program
from snippets.engine.runs.library import Library
from tests.support.pythons import looked_at
from tests.support.site import ROOT

Texts = Mapping[str, str]  # an output of each program as HTML, by the program's name
OF_PYTHON = ("Traceback", '  File "')  # words of Python itself: a traceback, or a dump of stacks
OUTPUT = re.compile(r'(<div class="run-output" data-snippet="([^"]+)"><pre [^>]*><samp>)(.*?)</samp>', re.DOTALL)
TAG = re.compile("<[^>]+>")


class OnEveryPython(Library):
    """The programs as if each asked for all Pythons that are looked at. Their runs are kept with those of the site."""

    def program(self, name: str) -> Program:
        """Read a program; it declares all Pythons."""
        program = super().program(name)
        return replace(program, declaration=replace(program.declaration, python=tuple(map(wish, looked_at()))))


def wish(interpreter: Interpreter) -> str:
    """What a program would declare to be run on an interpreter, such as `3.13 free-threaded`."""
    major, minor = interpreter.release
    return f"{major}.{minor}{' free-threaded' * interpreter.free_threaded}"


def shown() -> list[str]:
    """The programs whose outputs stand on slides."""
    embeds = (embed for path in outlines(ROOT) for embed in texts.embeds(ROOT, path, "deck"))
    return list(dict.fromkeys(embed.file for embed in embeds if _shows_output(embed)))


def _shows_output(embed: Embed) -> bool:
    return bool(embed.file) and embed.show in ("both", "output")


def can_differ(program: Program, runs: Iterable[Run]) -> bool:
    """Whether the output may be longer on another Python than in `runs`, those of this build.

    One that names its Pythons is shown on each of these already. One that varies prints measured figures in lines of
    its own, as many on each Python, and takes seconds to measure them: it can differ only where Python itself speaks.
    """
    declared = program.declaration
    if declared.python:
        return False
    return declared.output != "varies" or any(word in run.output for run in runs for word in OF_PYTHON)


def outputs(library: Library) -> dict[str, list[str]]:
    """The outputs of all programs on slides that can differ, on each Python, as HTML, by name."""
    here = library.prepare(shown())
    names = [name for name, record in here.items() if can_differ(record.program, record.runs)]
    everywhere = OnEveryPython(library.folder, library.cache).prepare(names)
    return {name: [as_shown(run) for run in record.runs] for name, record in everywhere.items()}


def as_shown(run: Run) -> str:
    """What a run printed, as a slide has it."""
    return with_moments(to_html(run.output), run.times)


def longest(found: Mapping[str, list[str]]) -> tuple[Texts, Texts]:
    """Of each program's outputs the one with the most lines, and the one with the widest line."""
    tallest = {name: max(texts, key=lambda text: text.count("\n")) for name, texts in found.items()}
    return tallest, {name: max(texts, key=width) for name, texts in found.items()}


def width(html: str) -> int:
    """Characters of the longest line."""
    return max(map(len, unescape(TAG.sub("", html)).splitlines()), default=0)


def with_outputs(page: str, texts: Texts) -> str:
    """The page of a deck with other texts in place of its outputs."""
    return OUTPUT.sub(lambda match: f"{match[1]}{texts.get(match[2], match[3])}</samp>", page)
