"""Where in the site a program is: its path, its place on a page, and its file and those beside it for download."""

import os
import re
from html import escape
from pathlib import Path
from urllib.parse import quote

from snippets.engine.program.program import Program

OF_EXERCISE = "exercise_"  # what the folder of an exercise begins with, which has a zip of its own
FOLDER = "programs"  # of the site, with the programs as `programs/<lesson>/<name>`


def anchor_of(name: str, number: int) -> str:
    """The id of the place where a page shows the program `<lesson>/<name>.py` for the first, second, … time."""
    again = f"~{number}" if number > 1 else ""  # no name of a program has this
    return "program-" + re.sub(r"[^\w.-]", "-", name.removesuffix(".py")) + again


def breakable(path: str) -> str:
    """A path, as HTML, that a line may break behind its folder: no file's name is broken."""
    return path.replace("/", "/<wbr>")


def links(program: Program, site: str) -> str:
    """Links that download a program and each file beside it that it imports or reads; `site` is as in `Place`."""
    lesson = program.path.parent
    paths = [Path(os.path.relpath(path, lesson)).as_posix() for path in program.dependencies]
    beside = [path for path in paths if not path.startswith("..") and not _is_of_exercise(path)]
    made = [_link(lesson.name, program.path.name, "Download", site)]
    made += [_link(lesson.name, path, f"+ {path}", site) for path in beside]
    return f'<span class="program-files" data-search-exclude>{" ".join(made)}</span>'


def _is_of_exercise(path: str) -> bool:
    return path.startswith(OF_EXERCISE) and "/" in path


def _link(lesson: str, path: str, text: str, site: str) -> str:
    address = f"{site}{FOLDER}/{quote(lesson)}/{quote(path)}"
    return f'<a href="{address}" download aria-label="{escape(f"Download {path}")}">{escape(text)}</a>'
