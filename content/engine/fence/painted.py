"""Rows of a terminal as HTML, in colours that can be read.

WCAG 2 asks for a contrast of 4.5 between text and its ground.
"""

import colorsys
from functools import lru_cache
from html import escape
from itertools import groupby

from pyte.graphics import FG_BG_256
from pyte.screens import Char

from content.engine.fence.second import Row

ENOUGH = 4.6  # with what rounding takes away
LIGHT, DARK = "fbecea", "3a2422"  # of all grounds that outputs have in assets/look.css, the ones that leave least room
Colour = str  # six hexadecimal digits
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


@lru_cache(maxsize=4096)
def on_light_and_dark(colour: Colour) -> tuple[Colour, Colour]:
    """A colour as text on light and on dark pages: as much darker or lighter as it takes."""
    return _moved(colour, LIGHT, -1), _moved(colour, DARK, 1)


@lru_cache(maxsize=4096)
def on_ground(colour: Colour | None, ground: Colour) -> Colour:
    """A colour as text on a ground of the program's own: itself if it can be read there, else black or white."""
    if colour and contrast(colour, ground) >= ENOUGH:
        return colour
    return max("000000", "ffffff", key=lambda one: contrast(one, ground))


def contrast(one: Colour, other: Colour) -> float:
    """From 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _moved(colour: Colour, ground: Colour, direction: int) -> Colour:
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    for step in range(101):
        moved = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness + direction * step / 100)), saturation)
        found = "".join(f"{round(255 * part):02x}" for part in moved)
        if contrast(found, ground) >= ENOUGH:
            break
    return found


def _parts(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
