"""Where in the site a program is: its place on a page, and its file and those beside it for download."""

import re
from html import escape
from pathlib import Path
from urllib.parse import quote

from snippets.engine.program.program import Program

FOLDER = "programs"  # of the site, with the programs as `programs/<lesson>/<name>`


def anchor_of(name: str, number: int) -> str:
    """The id of the place where a page shows the program `<lesson>/<name>.py` for the first, second, … time."""
    again = f"~{number}" if number > 1 else ""  # no name of a program has this
    return "program-" + re.sub(r"[^\w.-]", "-", name.removesuffix(".py")) + again


def links(program: Program, site: str) -> str:
    """Links that download a program and each file beside it that it imports or reads; `site` is as in `Place`."""
    beside = [path for path in program.dependencies if path.parent == program.path.parent]
    made = [_link(program.path, "Download", site), *(_link(path, f"+ {path.name}", site) for path in beside)]
    return f'<span class="program-files" data-search-exclude>{" ".join(made)}</span>'


def _link(path: Path, text: str, site: str) -> str:
    address = f"{site}{FOLDER}/{quote(path.parent.name)}/{quote(path.name)}"
    return f'<a href="{address}" download aria-label="{escape(f"Download {path.name}")}">{escape(text)}</a>'
