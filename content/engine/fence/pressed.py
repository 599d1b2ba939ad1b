"""Where in an output Ctrl-C was pressed: a mark of which nothing is text, since the program did not print it."""

from collections.abc import Sequence

MARK = '<span class="ctrl-c" role="img" aria-label="Ctrl-C"></span>'  # assets/look.css says ^C in it


def lines_before(times: Sequence[float], moment: float) -> int:
    """How many lines of an output, which came at these times, were there when it was pressed."""
    return sum(time <= moment for time in times)


def with_mark(html: str, times: Sequence[float], moment: float) -> str:
    """Put the mark where the next line came; `html` has no element that goes over the end of a line."""
    if not moment:
        return html
    lines = html.split("\n")
    number = lines_before(times, moment)
    if number < len(lines):
        lines[number] = MARK + lines[number]
    else:
        lines[-1] += MARK  # of an output whose last line has no end
    return "\n".join(lines)
