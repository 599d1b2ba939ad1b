"""Colours that a program printed, readable: WCAG 2 asks for a contrast of 4.5 between text and its ground."""

import colorsys
from functools import lru_cache

ENOUGH = 4.6  # with what rounding takes away
LIGHT, DARK = "fbecea", "3a2422"  # of all grounds that outputs have in assets/look.css, the ones that leave least room
Colour = str  # six hexadecimal digits


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
