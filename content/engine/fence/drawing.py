"""A little SVG: boxes, lines, arrows and words in the colours of the page, with a text alternative."""

from html import escape
from math import atan2, cos, pi, sin

HEAD = 9  # pixels from an arrow's tip to its wings


class Drawing:
    """Collects shapes; places and sizes are pixels of a drawing that shrinks to the page's width."""

    def __init__(self, width: float, height: float) -> None:
        self.size = width, height
        self._shapes: list[str] = []

    def words(self, x: float, y: float, text: str, kind: str = "", anchor: str = "middle") -> None:
        """Write text whose base line is at `y`; `anchor` says if `x` is its start, its middle or its end."""
        self._shapes.append(f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{_kind(kind)}>{escape(text)}</text>')

    def box(self, x: float, y: float, width: float, height: float, kind: str = "") -> None:
        """Draw a rectangle from its upper left corner."""
        place = f'x="{x:g}" y="{y:g}" width="{max(width, 0):g}" height="{height:g}"'
        self._shapes.append(f'<rect {place} rx="5"{_kind(kind)}/>')

    def line(self, start: tuple[float, float], end: tuple[float, float], kind: str = "") -> None:
        """Draw a straight line."""
        self._shapes.append(f'<path d="M{start[0]:g} {start[1]:g} L{end[0]:g} {end[1]:g}"{_kind(kind)}/>')

    def arrow(self, start: tuple[float, float], end: tuple[float, float], kind: str = "") -> None:
        """Draw a line with a head at its end."""
        self.line(start, end, kind)
        angle = atan2(end[1] - start[1], end[0] - start[0])
        for wing in (angle + pi * 0.85, angle - pi * 0.85):
            self.line(end, (round(end[0] + HEAD * cos(wing), 1), round(end[1] + HEAD * sin(wing), 1)), kind)

    def svg(self, title: str, words: str) -> str:
        """The drawing as HTML; `words` tell those who do not see it what it shows."""
        width, height = self.size
        return (
            f'<svg class="run-drawing" role="img" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'aria-label="{escape(f"{title}: {words}")}">' + "".join(self._shapes) + "</svg>"
        )


def framed(svg: str, caption: str) -> str:
    """A figure as HTML, with its caption."""
    return f'<figure class="run-figure" data-search-exclude>{svg}<figcaption>{caption}</figcaption></figure>'


def _kind(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
