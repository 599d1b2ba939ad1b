"""A tree of who comes from whom, such as a program's processes: drawn from paths that the program printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from content.engine.fence.drawing import Drawing

LINE = re.compile(r"(?P<path>[^:>]*[^:>\s] \d+(?: > [^:>]*[^:>\s] \d+)*)(?:: (?P<notes>.+))?")
WIDTH = 640  # pixels
TALL, GAP = 20, 34  # pixels: a line of words, and what is left free between a node and those below it


@dataclass
class Node:
    """A name with its number, such as `child 17`, what is told of it, and the nodes below it."""

    label: str
    notes: list[str] = field(default_factory=list)
    below: list["Node"] = field(default_factory=list)

    def leaves(self) -> int:
        """How many nodes at its end have none below them."""
        return sum(node.leaves() for node in self.below) or 1

    def everyone(self, depth: int = 0) -> Iterator[tuple[int, "Node"]]:
        """The node and all below it, each with the number of nodes above it."""
        yield depth, self
        for node in self.below:
            yield from node.everyone(depth + 1)


def tree(output: str) -> str:
    """A box for each `name number` of lines `parent 17 > child 18: a note, another`, below that of its parent.

    A line leads down from the one root, and its notes belong to its end. Other lines are left out.
    """
    root = _read(output)
    if not root or not root.below:
        raise ValueError("It needs a line such as `parent 17 > child 18: a note`, and one root for all such lines.")
    nodes = list(root.everyone())
    tall = TALL * (2 + max(len(node.notes) for _, node in nodes)) + 8
    drawing = Drawing(WIDTH, (tall + GAP) * (1 + max(depth for depth, _ in nodes)) - GAP + 2)
    _draw(drawing, root, (0, WIDTH), 1, tall)
    return drawing.svg("Tree", "; ".join(_told(node) for _, node in nodes))


def _read(output: str) -> Node | None:
    """The root of the paths in an output; None if there is none, or more than one."""
    known: dict[tuple[str, ...], Node] = {(): Node("")}
    for match in filter(None, map(LINE.fullmatch, output.splitlines())):
        path = tuple(match["path"].split(" > "))
        for end in range(1, len(path) + 1):
            if path[:end] not in known:
                known[path[:end]] = Node(path[end - 1])
                known[path[: end - 1]].below.append(known[path[:end]])
        known[path].notes = match["notes"].split(", ") if match["notes"] else []
    roots = known[()].below
    return roots[0] if len(roots) == 1 else None


def _draw(drawing: Drawing, node: Node, room: tuple[float, float], top: float, tall: float) -> None:
    """Draw a node in the middle of its room, and those below it in shares of that room."""
    left, right = room
    middle, share = (left + right) / 2, (right - left) / node.leaves()
    for other in node.below:
        right = left + share * other.leaves()
        drawing.arrow((middle, top + tall), ((left + right) / 2, top + tall + GAP), "thin")
        _draw(drawing, other, (left, right), top + tall + GAP, tall)
        left = right
    wide = min(share, 200) - 8
    drawing.box(middle - wide / 2, top, wide, tall, "bar" if node.below else "box")
    name, _, number = node.label.rpartition(" ")
    for line, words in enumerate([name, number, *node.notes], 1):
        drawing.words(middle, top + TALL * line, words, "" if line > 2 else ("strong", "quiet")[line - 1])


def _told(node: Node) -> str:
    """A node, its notes and what is below it, in words."""
    notes = f" ({', '.join(node.notes)})" if node.notes else ""
    return f"{node.label}{notes}" + (f" above {', '.join(each.label for each in node.below)}" if node.below else "")
