"""The picture that other sites show of a link to the course: its name, its sentence, and threads in their lanes."""

import hashlib
import io
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from content.engine.site import fonts
from snippets.engine.runs.cache import Cache

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

ADDRESS = "assets/share.png"
SIZE = (1200, 630)  # pixels: what those sites ask for
MARGIN = 80
GROUND, INK, PALE, RUST, EDGE = "#123742", "#ffffff", "#cfe3e9", "#f0a868", "#5f95a3"
LANES = (((0, 330), (690, 860)), ((330, 560), (860, 1040)), ((560, 690),))  # where each thread runs


def picture(name: str, sentence: str, kept: Cache) -> bytes:
    """The picture as PNG, kept by what it is made of."""
    facts = (
        name,
        sentence,
        version("pillow"),
        version(fonts.SANS.replace("_", "-")),
        Path(__file__).read_text("utf-8"),
    )
    digest = hashlib.sha256(repr(facts).encode()).hexdigest()
    return kept.bytes_or(digest, lambda: _drawn(name, sentence))


def _drawn(name: str, sentence: str) -> bytes:
    from PIL import Image, ImageDraw  # not at the top: most builds have the picture from the cache

    image = Image.new("RGB", SIZE, GROUND)
    draw = ImageDraw.Draw(image)
    bold, plain = _font(92, 700), _font(44, 400)
    draw.text((MARGIN, 70), name, font=bold, fill=INK)
    room = SIZE[0] - 2 * MARGIN
    for row, line in enumerate(_lines(sentence, plain, room)):
        draw.text((MARGIN, 200 + 56 * row), line, font=plain, fill=PALE)
    for row, spans in enumerate(LANES):
        top = 420 + 58 * row
        draw.line((MARGIN, top + 19, MARGIN + room, top + 19), fill=EDGE, width=4)
        for begin, end in spans:
            draw.rounded_rectangle((MARGIN + begin, top, MARGIN + end, top + 38), 6, fill=RUST if row == 1 else INK)
    packed = io.BytesIO()
    image.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _font(size: int, weight: int) -> "FreeTypeFont":
    from PIL import ImageFont

    font = ImageFont.truetype(str(fonts.source(*fonts.FILES["sans.woff"])), size)
    font.set_variation_by_axes([weight])
    return font


def _lines(text: str, font: "FreeTypeFont", room: float) -> list[str]:
    """The text in lines that are no wider than the room."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
