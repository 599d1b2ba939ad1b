"""Figures of runs, for what people would rather look at than read: drawn from what a program printed, or a timeline.

A figure takes the output and gives SVG. It raises ValueError where the output is not what it draws.
"""

import re
from collections.abc import Callable
from html import escape

from content.engine.fence import lanes
from content.engine.fence.address import breakable
from content.engine.fence.bars import bars
from content.engine.fence.drawing import Drawing, framed
from content.engine.fence.lanes import turns
from content.engine.fence.tree import tree
from snippets.engine.process.run import Run

STEP = re.compile(r"(?P<thread>\S+) (?P<step>read|add|write) (?P<value>-?\d+)")
STACK = re.compile(r"(?P<thread>\S+) is stuck in\n(?:.*\n){2}\s+held = '(?P<held>\w+)'\n\s+wanted = '(?P<wanted>\w+)'")
OWNER = re.compile(
    r"(?P<kind>thread|process)\s+(?P<who>\w+)\s+(?P<pid>\d+)\s+(?P<id>[0-9a-f]+)\s+(?P<holds>.+?)\s+(?P<own>[0-9a-f]{6,})"
)


def _found(pattern: re.Pattern[str], output: str, at_least: int) -> list[dict[str, str]]:
    found = [match.groupdict() for match in pattern.finditer(output)]
    if len(found) < at_least:
        raise ValueError(f"It needs {at_least} lines such as /{pattern.pattern}/ and finds {len(found)}.")
    return found


def steps(output: str) -> str:
    """A column for each thread, a row for each step, in the order in which the steps were printed."""
    rows = _found(STEP, output, 3)
    threads = list(dict.fromkeys(row["thread"] for row in rows))
    width = 560 / len(threads)
    drawing = Drawing(640, 40 * len(rows) + 50)
    for column, thread in enumerate(threads):
        middle = 70 + width * (column + 0.5)
        drawing.words(middle, 22, thread, "strong")
        drawing.line((middle, 34), (middle, 40 * len(rows) + 42), "thin")
    for number, row in enumerate(rows):
        top = 40 * number + 42
        middle = 70 + width * (threads.index(row["thread"]) + 0.5)
        drawing.words(36, top + 21, str(number + 1), "quiet")
        drawing.box(middle - 65, top, 130, 30, "bar" if row["step"] == "write" else "box")
        drawing.words(middle, top + 20, f"{row['step']} {row['value']}")
    said = "; ".join(f"{number}. {row['thread']} {row['step']} {row['value']}" for number, row in enumerate(rows, 1))
    return drawing.svg("Steps in their order", said)


def waits(output: str) -> str:
    """The wait-for graph of two stacks: from each thread to the lock that it wants, from each lock to its holder."""
    rows = _found(STACK, output, 2)[:2]
    places = {rows[0]["thread"]: (110, 90), rows[1]["thread"]: (530, 90)}
    locks = {rows[0]["held"]: (320, 160), rows[1]["held"]: (320, 30)}
    drawing = Drawing(640, 215)
    drawing.words(320, 208, "dashed: wants · solid: is held by", "quiet")
    for row in rows:
        x, y = places[row["thread"]]
        side = 70 if x < 320 else -70
        if row["wanted"] in locks:
            lock = locks[row["wanted"]]
            drawing.arrow((x + side, y - 12 * _sign(y - lock[1])), (lock[0] - side, lock[1]), "wants")
        lock = locks[row["held"]]
        drawing.arrow((lock[0] - side, lock[1]), (x + side, y - 12 * _sign(y - lock[1])), "holds")
        drawing.box(x - 70, y - 20, 140, 40, "box")
        drawing.words(x, y + 5, row["thread"], "strong")
    for name, (x, y) in locks.items():
        drawing.box(x - 70, y - 18, 140, 36, "bar")
        drawing.words(x, y + 5, f"lock {name}")
    said = "; ".join(f"{row['thread']} holds {row['held']} and waits for {row['wanted']}" for row in rows)
    return drawing.svg("Wait-for graph", said)


def _sign(number: float) -> int:
    return 1 if number > 0 else -1


def memory(output: str) -> str:
    """Who has which object: a frame for each process, in it one list for each id, and what each worker keeps."""
    rows = _found(OWNER, output, 4)
    drawing = Drawing(640, 250)
    said = []
    for left, kind in ((0, "thread"), (330, "process")):
        of_kind = [row for row in rows if row["kind"] == kind]
        processes = list(dict.fromkeys(row["pid"] for row in of_kind))
        drawing.words(left + 155, 18, f"two {'threads' if kind == 'thread' else 'processes'}", "strong")
        width = 310 / max(len(processes), 1)
        for column, pid in enumerate(processes):
            here = [row for row in of_kind if row["pid"] == pid]
            _process(drawing, left + width * column, width, here)
            lists = {row["id"]: row["holds"] for row in here}
            names = " and ".join(row["who"] for row in here)
            said.append(f"process {pid} of {names} has the stock {', '.join(lists.values())}")
    return drawing.svg("Memory", "; ".join(said))


def _process(drawing: Drawing, left: float, width: float, rows: list[dict[str, str]]) -> None:
    """Draw one process: its frame, its shared list, its workers with their own."""
    drawing.box(left + 3, 30, width - 6, 215, "frame")
    drawing.words(left + width / 2, 50, f"process {rows[0]['pid']}", "quiet")
    stocks = {row["id"]: row["holds"] for row in rows}
    for number, (name, holds) in enumerate(stocks.items()):
        top = 64 + 60 * number
        drawing.box(left + 14, top, width - 28, 50, "bar")
        drawing.words(left + width / 2, top + 20, f"stock: {holds}")
        drawing.words(left + width / 2, top + 40, f"…{name[-6:]}", "quiet")
    for number, row in enumerate(rows):
        share = (width - 20) / len(rows)
        middle = left + 10 + share * (number + 0.5)
        drawing.arrow((middle, 178), (middle, 118), "thin")
        drawing.box(middle - share / 2 + 4, 178, share - 8, 56, "box")
        drawing.words(middle, 198, row["who"], "strong")
        drawing.words(middle, 220, f"own …{row['own'][-6:]}", "quiet")


OF_OUTPUT: dict[str, Callable[[str], str]] = {
    "bars": bars,
    "memory": memory,
    "steps": steps,
    "tree": tree,
    "turns": turns,
    "waits": waits,
}
FIGURES = (*OF_OUTPUT, "scheduler", "timeline")


def drawn(name: str, program: str, run: Run) -> str:
    """The figure `name` of a program's run, as HTML with its caption. Raises ValueError if it cannot be drawn."""
    if name == "timeline":
        return lanes.figure(program, run)
    caption = f"Drawn from the output of <code>{breakable(escape(program))}</code> in this build."
    return framed(OF_OUTPUT[name](run.output), caption)
