"""Steps, states and ends of a program's orders, in words: what `graph.py` of the orders holds as data."""

from collections.abc import Iterator, Mapping
from typing import Any

from snippets.engine.orders.actor import DONE, OUTSIDE, READY, STUCK, WAITS

Graph = Mapping[str, Any]
READ, WRITE, LEAVE = "read ", "write ", "leave"
RUNS, LEAVES = "runs", "leaves the block"  # left out where it is told what came of it
MOST = 3  # lines of an output that are told
NOWHERE = (OUTSIDE, 0, "", (), None)


def step(graph: Graph, before: int, after: int, number: int) -> tuple[int, str]:
    """The line of a step, and what its thread did there, in words that follow its name.

    `before` and `after` are the nodes between which it leads, `number` is that of who took it.
    """
    old, new = graph["nodes"][before][0], graph["nodes"][after][0]
    (_, line, place, _, _), then = _view(graph, old, number), _view(graph, new, number)
    if then[0] == WAITS:
        return line, _waits(then[4])
    changes = _changes(graph, "shared", old, new)
    if place.startswith(WRITE):
        name = place.removeprefix(WRITE)
        told = [f"writes {name} = {changes.pop(name, _value(graph, new, name))}"]
    else:
        told = [_did(line, place, then)]
    of_locks = [
        f"takes {name}" if holder else f"releases {name}" for name, holder in _changes(graph, "locks", old, new).items()
    ]
    told = [*of_locks, *(one for one in told if not of_locks or one not in (RUNS, LEAVES))]
    told += [f"{name} = {value}" for name, value in changes.items()]
    if graph["nodes"][after][2] is None:
        told += _printed(graph["outputs"][_state(graph, new)[3]].removeprefix(graph["outputs"][_state(graph, old)[3]]))
    return line, "; ".join(told) + ", and is done" * (then[0] == DONE)


def _did(line: int, place: str, then: Any) -> str:
    """What was done at a place of a line, which is no write, by one who `then` is seen so."""
    goes_on = then[1] == line and then[2] not in ("", LEAVE)
    if place == LEAVE:
        return LEAVES
    if goes_on and then[2].startswith(READ):
        name, value = then[3][-1]
        return f"reads {name.removesuffix(' as read')} = {value}"
    if goes_on and then[2].startswith(WRITE):
        return "makes the new value"
    return "goes on with what it has read" if place else RUNS


def view(seen: Any) -> tuple[str, int, str, list[str]]:
    """What is seen of a thread: its status, its line, where it is in that and for what it waits, and what it holds."""
    status, line, place, values, waits = seen
    kind, _, name = place.partition(" ")
    places = {"read": f"has read {name}", "write": f"about to write {name}", LEAVE: "about to leave the block"}
    where = _waits(waits) if status == WAITS else {READY: places.get(kind, ""), DONE: "done"}.get(status, "")
    return status, line, where, [f"{name} = {value}" for name, value in values]


def end(graph: Graph, outcome: Any) -> str:
    """An outcome: who waits for what, if nobody could go on; the shared names; what was printed."""
    how, state, *_ = outcome
    told = []
    if how == STUCK:
        stuck = [f"{name} {_waits(seen[4])}" for name, seen in _views(graph, state) if seen[4]]
        told.append(": ".join(["Deadlock", "; ".join(stuck)]) if stuck else "Deadlock")
    told += [f"{name} = {value}" for name, value in graph["shared"][_state(graph, state)[1]]]
    told += _printed(graph["outputs"][_state(graph, state)[3]], "printed")
    return "; ".join(told) or "It ends"


def circle(graph: Graph, outcome: Any) -> list[str]:
    """Who waits for what that who holds, and so on, until the first is there again; empty where there is no circle."""
    how, state, *_ = outcome
    waits = {name: seen[4] for name, seen in _views(graph, state) if how == STUCK and seen[4] and seen[4][1]}
    for name in waits:
        way, at = [name], name
        while at in waits and len(way) <= 2 * len(waits):
            what, at = waits[at]
            way += [what, at]
            if at == name:
                return way
    return []


def locks(held: Any) -> list[str]:
    """Who holds which lock."""
    return [f"{name}: held by {holder}" if holder else f"{name}: free" for name, holder in held]


def _state(graph: Graph, state: int) -> Any:
    return graph["states"][state]


def _views(graph: Graph, state: int) -> Iterator[tuple[str, Any]]:
    yield from zip(graph["threads"], (graph["views"][view] for view in _state(graph, state)[0]), strict=False)


def _view(graph: Graph, state: int, number: int) -> Any:
    """What is seen of a thread; of one that has not begun, that it is nowhere."""
    views = _state(graph, state)[0]
    return graph["views"][views[number - 1]] if number <= len(views) else NOWHERE


def _changes(graph: Graph, table: str, old: int, new: int) -> dict[str, str]:
    """What is another in a state than in the one before, of its shared names or its locks."""
    place = {"shared": 1, "locks": 2}[table]
    before = dict(graph[table][_state(graph, old)[place]])
    now = graph[table][_state(graph, new)[place]]
    return {name: value for name, value in now if value != before.get(name, "" if table == "locks" else None)}


def _value(graph: Graph, state: int, name: str) -> str:
    return str(dict(graph["shared"][_state(graph, state)[1]]).get(name, "a value"))


def _waits(waits: Any) -> str:
    what, holder = waits
    if holder:
        return f"waits for {what}, which {holder} holds"
    return f"waits in {what}" if what.endswith(")") else f"waits for {what}"


def _printed(output: str, verb: str = "prints") -> list[str]:
    """The last lines of an output; of a traceback, which thread it is about, and its message."""
    lines = [line for line in output.split("\n") if line.strip() and not line.startswith((" ", "Traceback "))]
    shown = lines if len(lines) <= MOST else ["…", *lines[-MOST:]]
    return [f"{verb} “{' ⏎ '.join(shown)}”"] if shown else []
