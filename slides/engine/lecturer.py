"""Who gives the lecture: what slides/lecturer.toml, a file that need not be there, says for the title slides."""

import base64
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from snippets.engine.program.problem import Problem, near

FILE = "slides/lecturer.toml"
KINDS = {".svg": "svg+xml", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp"}
PLACE = re.compile(r"line (\d+)")


@dataclass(frozen=True)
class Lecturer:
    """The title of the lecture that the decks are part of, who gives it and when, and the address of the course's site.

    `logo` is an image as a `data:` address, so that a deck in one file has it, too. What is not said is empty.
    """

    title: str = ""
    name: str = ""
    date: str = ""
    address: str = ""
    logo: str = ""


KEYS = tuple(field.name for field in fields(Lecturer))


def read(root: Path) -> Lecturer:
    """What the course at `root` says of its lecturer; what is wrong, of which `problems` tells, counts as not said."""
    try:
        said = _load(root)
    except (OSError, ValueError):
        return Lecturer()
    found = {key: value for key, value in said.items() if key in KEYS and isinstance(value, str)}
    logo = _logo(root, found.pop("logo", ""))
    return Lecturer(**found, logo=_as_data(logo) if logo else "")


def problems(root: Path) -> Iterator[Problem]:
    """What is wrong with the file."""
    try:
        said = _load(root)
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        line = PLACE.search(str(error))
        what = f"It cannot be read: {error}."
        yield Problem(FILE, int(line[1]) if line else 1, what, 'Write lines such as name = "Ada Lovelace".')
        return
    for key, value in said.items():
        if key not in KEYS:
            yield Problem(FILE, _line(root, key), f"Unknown key '{key}'.", near(key, KEYS))
        elif not isinstance(value, str):
            yield Problem(FILE, _line(root, key), f"'{key}' is no text.", f'Write {key} = "…".')
        elif key == "logo" and _logo(root, value) is None:
            advice = f"Put it beside {FILE}, as one of {', '.join(KINDS)}."
            yield Problem(FILE, _line(root, key), f"There is no image '{value}'.", advice)


def _load(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / FILE).read_text(encoding="utf-8-sig"))


def _line(root: Path, key: str) -> int:
    lines = (root / FILE).read_text(encoding="utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.strip(' "[').startswith(key)), 1)


def _logo(root: Path, name: str) -> Path | None:
    path = (root / FILE).parent / name
    return path if path.suffix.lower() in KINDS and path.is_file() else None


def _as_data(path: Path) -> str:
    content = base64.b64encode(path.read_bytes()).decode("ascii")
    return f"data:image/{KINDS[path.suffix.lower()]};base64,{content}"
