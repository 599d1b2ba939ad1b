"""Be the scheduler: a panel in which readers choose the order of a program's steps, of orders that were all run.

Without a script it is a table of outcomes and the steps of one order; `content/assets/scheduler.js` makes buttons of
it. What that needs is fetched when the panel is opened; a deck, which may be a file, has it at hand.
"""

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from content.engine.fence.address import FOLDER
from content.engine.fence.goal import reached
from content.engine.fence.header import Embed, Place
from snippets.engine.orders.actor import DONE, STUCK, WAITS
from snippets.engine.program.program import Program
from snippets.engine.runs.orders import ABSENT, Orders

Graph = Mapping[str, Any]
READ, WRITE, COMPUTES = "read ", "write ", "computes"


def address(name: str) -> str:
    """Where in the site the orders of the program `<lesson>/<name>.py` are."""
    return f"{FOLDER}/{name.removesuffix('.py')}.orders.json"


def panel(program: Program, orders: Orders, embed: Embed, here: Place) -> str:
    """The HTML of the panel below a program."""
    if not orders.graph:
        return f'<p class="run-absent">{ABSENT}</p>'
    goals = reached(embed.goal, orders)
    outcomes = orders.graph["outcomes"]
    name = escape(program.name)
    data = f'data-snippet="{name}" data-orders="{orders.count}" data-outcomes="{len(outcomes)}"'
    data += f' data-goal="{",".join(map(str, goals))}"' * bool(embed.goal)
    inline = ""
    if here.kind == "deck":
        at_hand = packed(program, orders).replace("</", r"<\/")
        inline = f'<script type="application/json">{at_hand}</script>'
    else:
        data += f' data-graph="{here.site}{escape(address(program.name))}"'
    challenge = f'<p class="scheduler-challenge">{escape(embed.challenge)}</p>' if embed.challenge else ""
    return (
        f'<div class="scheduler" role="group" aria-label="Be the scheduler of {name}" {data} data-search-exclude>'
        f'<p class="scheduler-title">Be the scheduler</p>{challenge}<p class="scheduler-count">{_count(orders)}</p>'
        f'<div class="scheduler-outcomes">{_table(orders)}{_steps(program, orders, goals)}</div>{inline}</div>'
    )


def packed(program: Program, orders: Orders) -> str:
    """What the panel's script needs, as JSON: the graph, each step in words, and the lines that are stepped."""
    graph, phrases = orders.graph, dict[str, int]()
    lines = dict(_lines(program))
    nodes = []
    for state, steps, outcome in graph["nodes"]:
        told = {
            number: [
                after,
                phrases.setdefault(_step(graph, state, graph["nodes"][after][0], int(number)), len(phrases)),
            ]
            for number, after in steps.items()
        }
        nodes.append([state, told, outcome])
    views = [[status, line, place, values, _waits(waits)] for status, line, place, values, waits in graph["views"]]
    formatter = HtmlFormatter(nowrap=True)
    shown = [
        [number, highlight(text, PythonLexer(stripnl=False), formatter).rstrip("\n")] for number, text in lines.items()
    ]
    ends = [[end, state, count, order, _end(graph, end, state)] for end, state, count, order in graph["outcomes"]]
    ours = {"nodes": nodes, "views": views, "lines": shown, "phrases": list(phrases), "outcomes": ends}
    return json.dumps({**graph, **ours}, separators=(",", ":"))


def _count(orders: Orders) -> str:
    outcomes = len(orders.graph["outcomes"])
    ends = f"{outcomes} outcomes" if outcomes > 1 else "always the same outcome"
    return f"Python {escape(orders.python)} ran it in every order of its steps: {_plural(orders.count)}, {ends}."


def _plural(count: int) -> str:
    return f"{count} order{'s' * (count != 1)}"


def _lines(program: Program) -> Iterator[tuple[int, str]]:
    """The lines of the stepped functions, by their number in the file."""
    source = program.source.split("\n")
    wanted = set(program.declaration.steps)
    for name, (first, last) in program.parts.items():
        if {name, name.rpartition(".")[2]} & wanted:
            yield from ((program.numbers[line - 1], source[line - 1]) for line in range(first, last + 1))


def _step(graph: Graph, before: int, after: int, number: int) -> str:
    """What a thread did in a step, in words that follow its name."""
    (_, line, place, _, _), then = _view(graph, before, number), _view(graph, after, number)
    if then[0] == WAITS:
        return f"line {line}: has to wait for {then[4][0]}"
    goes_on = then[1] == line and then[2] not in ("", "leave")
    if place.startswith(WRITE):
        did = f"writes {place[len(WRITE) :]}"
    elif place == "leave":
        did = "leaves the with block"
    elif goes_on and then[2].startswith(READ):
        did = "reads {}: {}".format(*then[3][-1]).replace(" as read", "")
    else:
        did = COMPUTES if goes_on or place else "runs"
    done = ", and is done" if then[0] == DONE else ""
    return f"line {line}: {did}{done}"


def _view(graph: Graph, state: int, number: int) -> Any:
    views = graph["states"][state][0]
    return graph["views"][views[number - 1]] if number <= len(views) else ["outside", 0, "", [], None]


def _waits(waits: Any) -> str:
    if waits is None:
        return ""
    what, holder = waits
    return f"waits for {what}" + (f", which {holder} holds" if holder else "")


def _end(graph: Graph, end: str, state: int) -> str:
    """An outcome in words: who waits for what, if nobody could go on; the shared names; what was printed last."""
    views, shared, _, output = graph["states"][state]
    told = []
    if end == STUCK:
        waiting = [(name, graph["views"][view]) for name, view in zip(graph["threads"], views, strict=False)]
        stuck = [f"{name} {_waits(view[4])}" for name, view in waiting if view[4]]
        told.append(f"Deadlock: {'; '.join(stuck)}" if stuck else "Deadlock")
    told += [f"{name} = {value}" for name, value in graph["shared"][shared]]
    printed = graph["outputs"][output].rstrip("\n").split("\n")
    if printed != [""]:
        told.append(f"printed “{' ⏎ '.join(printed if len(printed) < 4 else ['…', printed[-1]])}”")
    return "; ".join(told) if told else "It ends"


def _table(orders: Orders) -> str:
    rows = "".join(
        f"<tr><td>{escape(_end(orders.graph, end, state))}</td><td>{count}</td><td><code>{order}</code></td></tr>"
        for end, state, count, order in orders.graph["outcomes"]
    )
    head = "<tr><th scope=col>How it ends</th><th scope=col>Orders</th><th scope=col>One of them</th></tr>"
    return f'<table class="scheduler-table"><thead>{head}</thead><tbody>{rows}</tbody></table>'


def _steps(program: Program, orders: Orders, goals: list[int]) -> str:
    """A figure of one order's steps: that of the first outcome which is the goal, or else of the rarest."""
    graph, lines = orders.graph, dict(_lines(program))
    order = graph["outcomes"][goals[0] if goals else -1][3]
    node, rows = graph["root"], []
    for count, number in enumerate(order, 1):
        state, steps, _ = graph["nodes"][node]
        node = steps[number]
        what = _step(graph, state, graph["nodes"][node][0], int(number))
        line = lines.get(int(what.split()[1].rstrip(":")), "").strip()
        cell = f"<td><code>{escape(line)}</code><br>{escape(what.partition(': ')[2])}</td>"
        cells = ["<td></td>"] * len(graph["threads"])
        cells[int(number) - 1] = cell
        rows.append(f"<tr><th scope=row>{count}</th>{''.join(cells)}<td>{_shared(graph, node)}</td></tr>")
    names = "".join(f"<th scope=col>{escape(name)}</th>" for name in graph["threads"])
    head = f"<tr><th scope=col>Step</th>{names}<th scope=col>Then</th></tr>"
    caption = f"The order {order}, as it was run."
    return (
        f'<table class="scheduler-steps"><caption>{caption}</caption><thead>{head}</thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _shared(graph: Graph, node: int) -> str:
    state = graph["states"][graph["nodes"][node][0]]
    return "<br>".join(f"<code>{escape(f'{name} = {value}')}</code>" for name, value in graph["shared"][state[1]])
