"""Tell tracebacks from what a program printed otherwise, and lead from a line that one names to the listing."""

import re

from content.engine.fence.numbers import Lines

HEAD = re.compile(
    r"[ +|]*(?:Exception Group )?Traceback \(most recent call last\):|.*[Tt]hread 0x\w+.*\(most recent call .*"
)
ABOVE = re.compile(r"Exception in thread .*:|Process \S+:")  # the line above, where threads and processes end by one
PLACE = re.compile(r'(?P<before>[ |]+File "(?P<file>[^"<]+)", )(?P<line>line (?P<number>\d+))(?P<after>\b.*)')
END = re.compile(r"[ |]*(?:\w+\.)*[A-Z]\w*(?:: .*)?")


def with_traces(html: str, lines: Lines) -> str:
    """An output, line by line as `ansi.to_html` makes it, with a class on each line of a traceback.

    Where it names a line that the page shows, that is a link to it; `lines` has those.
    """
    told: list[str] = []
    is_within = False
    rows = html.split("\n")
    for row, below in zip(rows, [*rows[1:], ""], strict=True):
        begins = HEAD.fullmatch(row) or PLACE.fullmatch(row) or (ABOVE.fullmatch(row) and HEAD.fullmatch(below))
        goes_on = is_within and row.startswith((" ", "+"))
        ends = is_within and not goes_on and END.fullmatch(row)
        is_within = bool(begins or goes_on)
        told.append(_told(row, "trace end" if ends else "trace", lines) if is_within or ends else row)
    return "\n".join(told)


def _told(row: str, kind: str, lines: Lines) -> str:
    place = PLACE.fullmatch(row)
    target = lines.get((place["file"], int(place["number"]))) if place else None
    if place and target:
        row = f'{place["before"]}<a href="#{target}">{place["line"]}</a>{place["after"]}'
    return f'<span class="{kind}">{row}</span>'
