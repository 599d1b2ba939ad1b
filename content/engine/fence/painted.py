"""Rows of a terminal as HTML."""

from functools import lru_cache
from html import escape
from itertools import groupby

from pyte.graphics import FG_BG_256
from pyte.screens import Char

from content.engine.fence.colours import on_ground, on_light_and_dark
from content.engine.fence.second import Row

NAMES = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")
NUMBERS = {name: number for number, name in enumerate(NAMES)}
NUMBERS |= {f"bright{name}": 60 + number for number, name in enumerate(NAMES)} | {"bfightmagenta": 65}  # pyte's slip
WEIGHTS = {1: "bold", 2: "blink", 3: "italics", 4: "underscore", 9: "strikethrough"}  # dim is where pyte has blinking


@lru_cache(maxsize=4096)
def painted(row: Row) -> str:
    """One row. Its colours and weights are classes of assets/look.css, and no element goes over its end."""
    groups = groupby(row, key=lambda cell: cell._replace(data=""))
    return "".join(_span(style, "".join(cell.data for cell in cells)) for style, cells in groups)


def _span(style: Char, text: str) -> str:
    classes = [f"ansi{number}" for number, name in WEIGHTS.items() if getattr(style, name)]
    colour, colours = _colour(style)
    attributes = f' class="{" ".join([*classes, colour])}"'.replace(' "', '"') if classes or colour else ""
    attributes += f' style="{";".join(f"--{name}:#{value}" for name, value in colours.items())}"' if colours else ""
    return f"<span{attributes}>{escape(text, quote=False)}</span>" if attributes else escape(text, quote=False)


def _colour(style: Char) -> tuple[str, dict[str, str]]:
    """The class that colours text, if any, and the colours that it takes."""
    text, ground = (style.bg, style.fg) if style.reverse else (style.fg, style.bg)
    if style.reverse and ground == "default":
        return "ansi7", {}
    if ground != "default":
        return "ansi-ground", {"ground": _digits(ground), "ink": on_ground(_digits(text), _digits(ground))}
    if text in NUMBERS:
        return f"ansi{30 + NUMBERS[text]}", {}
    if text == "default":
        return "", {}
    return "ansi-ink", dict(zip(("ink", "ink-dark"), on_light_and_dark(text), strict=True))


def _digits(colour: str) -> str:
    """The six digits of a colour; none of the text's own."""
    if colour == "default":
        return ""
    number = NUMBERS.get(colour)
    return colour if number is None else FG_BG_256[number % 60 + 8 * (number >= 60)]
