"""The fonts of the course: Source Sans 3 and Source Code Pro from their packages, cut down to the characters it uses.

They are WOFF and not WOFF2, whose compressor has no build for free-threaded Pythons. Their licence reserves the name
"Source" for what is unchanged, so that the cut fonts carry no name, and asks to go along with them.
"""

import hashlib
import io
from base64 import b64encode
from functools import cache, lru_cache
from importlib.metadata import distribution, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from snippets.engine.runs.cache import Cache

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FOLDER = "assets/fonts"  # of the site
SANS, MONO = "fontpkg_source_sans_3", "fontpkg_source_code_pro"
FILES = {  # no italics: a browser slants the upright letters, and a page is lighter by a third
    "sans.woff": (SANS, "SourceSans3[wght].ttf"),
    "mono.woff": (MONO, "SourceCodePro[wght].ttf"),
}
FAMILIES = {"sans.woff": "Course Sans", "mono.woff": "Course Mono"}  # as the styles call them
LICENCE = "OFL.txt"
RANGES = ((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2190, 0x2193), (0x2460, 0x2469))
OTHERS = "\u2212\u2248\u2260\u2264\u2265\u20ac\u2122\u2713\u2717\u25b8"  # minus, relations, signs, ticks
FEATURES = ["kern", "mark", "ccmp", "locl"]
UNUSED = ["meta", "DSIG", "STAT"]  # languages, a signature, names for menus
KEPT_NAMES = [0, 13, 14]  # of the font's own: whose it is, its licence, and where that is


def source(package: str, name: str) -> Path:
    """The file of a font as its package has it."""
    return Path(str(distribution(package.replace("_", "-")).locate_file(f"{package}/files/{name}")))


def made(kept: Cache) -> dict[str, bytes]:
    """The fonts by their file names, and their licence; kept by what they are made of."""
    licence = source(SANS, "").parent / "LICENSE"
    return {**{name: _kept(name, kept) for name in FILES}, LICENCE: licence.read_bytes()}


@lru_cache(maxsize=1)  # while it serves, decks have the same with each save
def css(kept: Cache) -> str:
    """A style that carries the fonts in itself: the page of a deck has them also as a file of its own, and offline."""
    return "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: 200 900; '
        f'src: url("data:font/woff;base64,{b64encode(_kept(name, kept)).decode()}") format("woff"); }}\n'
        for name, family in FAMILIES.items()
    )


def _kept(name: str, kept: Cache) -> bytes:
    digest = hashlib.sha256(repr((_versions(), FILES[name])).encode()).hexdigest()
    return kept.bytes_or(digest, lambda: cut(source(*FILES[name])))


@cache
def _versions() -> tuple[str, ...]:
    """The state of the code that cuts, and of what it cuts."""
    packages = ("fonttools", *(package.replace("_", "-") for package in (SANS, MONO)))
    return (*map(version, packages), Path(__file__).read_text(encoding="utf-8"))


def cut(path: Path) -> bytes:
    """A variable font with the characters and features of the course alone, as WOFF."""
    from fontTools.subset import Options, Subsetter  # not at the top: most builds have the fonts from the cache
    from fontTools.ttLib import TTFont

    with TTFont(path, recalcTimestamp=False, lazy=True) as font:  # reads only what is kept: three times as fast
        font["fvar"].instances = []  # nobody chooses one by name, and their names have the reserved one
        names = _names(font)
        del font["name"]  # else it looks in all that is left for names that are asked for, a third of its time
        options = Options(layout_features=FEATURES, hinting=False, drop_tables=UNUSED)
        subsetter = Subsetter(options)
        characters = [code for first, last in RANGES for code in range(first, last + 1)]
        subsetter.populate(unicodes=[*characters, *map(ord, OTHERS)])
        subsetter.subset(font)
        font["name"] = names
        font.flavor = "woff"
        packed = io.BytesIO()
        font.save(packed)
        return packed.getvalue()


def _names(font: "TTFont") -> Any:
    """Of the names in a font, those that it goes along with, and those of what varies in it."""
    names = font["name"]
    kept = {*KEPT_NAMES, *(axis.axisNameID for axis in font["fvar"].axes)}
    names.names = [one for one in names.names if one.nameID in kept and one.isUnicode()]
    return names
