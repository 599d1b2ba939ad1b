"""Be the scheduler: a panel in which readers choose the order of a program's steps, of orders that were all run.

Without a script it is a table of outcomes and the steps of one order to each; `content/assets/scheduler.js` makes
buttons of it. What that needs is fetched when the panel is opened; a deck, which may be a file, has it at hand.
"""

import json
from collections.abc import Iterator
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from content.engine.fence import in_words
from content.engine.fence.address import FOLDER
from content.engine.fence.goal import reached
from content.engine.fence.header import Embed, Place
from content.engine.fence.in_words import Graph
from snippets.engine.program.program import Program
from snippets.engine.runs.orders import ABSENT, Orders


def address(name: str) -> str:
    """Where in the site the orders of the program `<lesson>/<name>.py` are."""
    return f"{FOLDER}/{name.removesuffix('.py')}.orders.json"


def panel(program: Program, orders: Orders, embed: Embed, here: Place) -> str:
    """The HTML of the panel below a program."""
    if not orders.graph:
        return f'<p class="run-absent">{ABSENT}</p>'
    goals = reached(embed.goal, orders)
    name = escape(program.name)
    data = f'data-snippet="{name}" data-orders="{orders.count}" data-outcomes="{len(orders.graph["outcomes"])}"'
    data += f' data-goal="{",".join(map(str, goals))}"' * bool(embed.goal)
    at_hand = ""
    if here.kind == "deck" or not here.site:  # a file, or a page that is built without our hooks
        graph = packed(orders).replace("</", r"<\/")
        at_hand = f'<script type="application/json">{graph}</script>'
    else:
        data += f' data-graph="{here.site}{escape(address(program.name))}"'
    challenge = f'<p class="scheduler-challenge">{escape(embed.challenge)}</p>' if embed.challenge else ""
    return (
        f'<div class="scheduler" role="group" aria-label="Be the scheduler of {name}" {data} data-search-exclude>'
        f'<p class="scheduler-title">Be the scheduler</p>{challenge}<p class="scheduler-count">{_count(orders)}</p>'
        f"{_source(program)}"
        f'<div class="scheduler-outcomes">{_table(orders.graph)}{_ways(program, orders.graph, goals, here)}</div>'
        f"{at_hand}</div>"
    )


def plain(orders: Orders, challenge: str) -> Iterator[str]:
    """The outcomes as a list in Markdown, with what is to be tried."""
    if orders.graph:
        yield from (f"**Be the scheduler.** {challenge} {_count(orders)}".replace("  ", " "), "")
        for one in orders.graph["outcomes"]:
            yield f"- {in_words.end(orders.graph, one)}: {one[2]} orders, such as `{one[3]}`"


def packed(orders: Orders) -> str:
    """What the panel's script needs, as JSON: the graph, with all in words that readers see.

    `nodes` have their state, for each thread that can take a step where that leads and its number in `phrases`, and at
    an end the outcome; `views` are told by `in_words.view`; `outcomes` are words, the circle, and one order.
    """
    graph, phrases = orders.graph, dict[str, int]()

    def phrase(before: int, after: int, number: str) -> int:
        line, did = in_words.step(graph, before, after, int(number))
        return phrases.setdefault(f"line {line}: {did}", len(phrases))

    nodes = [
        [state, {number: [after, phrase(node, after, number)] for number, after in steps.items()}, outcome]
        for node, (state, steps, outcome) in enumerate(graph["nodes"])
    ]
    outcomes = [[in_words.end(graph, one), in_words.circle(graph, one), one[3]] for one in graph["outcomes"]]
    told = {
        "threads": graph["threads"],
        "root": graph["root"],
        "nodes": nodes,
        "states": graph["states"],
        "views": [in_words.view(seen) for seen in graph["views"]],
        "shared": [[f"{name} = {value}" for name, value in values] for values in graph["shared"]],
        "locks": [in_words.locks(held) for held in graph["locks"]],
        "outputs": graph["outputs"],
        "phrases": list(phrases),
        "outcomes": outcomes,
    }
    return json.dumps(told, separators=(",", ":"))


def _count(orders: Orders) -> str:
    outcomes = len(orders.graph["outcomes"])
    count = f"{orders.count} order{'s' * (orders.count != 1)}"
    ends = f"{outcomes} outcomes" if outcomes > 1 else "always the same outcome"
    return f"Python {escape(orders.python)} ran it in every order of its steps: {count}, {ends}."


def _lines(program: Program) -> Iterator[tuple[int, str]]:
    """The lines of the stepped functions, by their number in the file."""
    source = program.source.split("\n")
    wanted = set(program.declaration.steps)
    for name, (first, last) in program.parts.items():
        if {name, name.rpartition(".")[2]} & wanted:
            yield from ((program.numbers[line - 1], source[line - 1]) for line in range(first, last + 1))


def _source(program: Program) -> str:
    """The lines of the stepped functions, in which the script marks who is where."""
    lexer, formatter = PythonLexer(stripnl=False), HtmlFormatter(nowrap=True)
    lines = "".join(
        f'<span class="scheduler-line" data-line="{number}"><span class="scheduler-number">{number}</span>'
        f'<span class="scheduler-code" style="--indent: {len(text) - len(text.lstrip())}">'
        f"{highlight(text.strip(), lexer, formatter).rstrip()}</span></span>\n"
        for number, text in _lines(program)
    )
    return f'<pre class="scheduler-source">{lines}</pre>'


def _table(graph: Graph) -> str:
    rows = "".join(
        f"<tr><td>{escape(in_words.end(graph, one))}{_circle(in_words.circle(graph, one))}</td><td>{one[2]}</td>"
        f'<td><code class="scheduler-order">{one[3]}</code></td></tr>'
        for one in graph["outcomes"]
    )
    head = "<tr><th scope=col>How it ends</th><th scope=col>Orders</th><th scope=col>One of them</th></tr>"
    return f'<table class="scheduler-table"><thead>{head}</thead><tbody>{rows}</tbody></table>'


def _circle(way: list[str]) -> str:
    return f'<span class="scheduler-circle">{escape(" → ".join(way))}</span>' if way else ""


def _ways(program: Program, graph: Graph, goals: list[int], here: Place) -> str:
    """The steps to each outcome; that which is asked for, or else the rarest, is open. A slide has it alone."""
    chosen = goals[0] if goals else len(graph["outcomes"]) - 1
    orders = [outcome[3] for outcome in graph["outcomes"]]
    if here.kind == "deck":
        return _steps(program, graph, orders[chosen], f"<caption>Order {orders[chosen]}, step by step</caption>")
    return "".join(
        f'<details class="scheduler-way"{" open" * (number == chosen)}><summary>Order {order}, step by step</summary>'
        f"{_steps(program, graph, order)}</details>"
        for number, order in enumerate(orders)
    )


def _steps(program: Program, graph: Graph, order: str, caption: str = "") -> str:
    lines, node, rows = dict(_lines(program)), graph["root"], []
    for count, number in enumerate(order, 1):
        before, node = node, graph["nodes"][node][1][number]
        line, did = in_words.step(graph, before, node, int(number))
        cells = ["<td></td>"] * len(graph["threads"])
        cells[int(number) - 1] = f"<td><code>{escape(lines.get(line, '').strip())}</code> {escape(did)}</td>"
        rows.append(f"<tr><th scope=row>{count}</th>{''.join(cells)}</tr>")
    names = "".join(f"<th scope=col>{escape(name)}</th>" for name in graph["threads"])
    return (
        f'<table class="scheduler-steps" aria-label="Order {order}">{caption}'
        f"<thead><tr><th scope=col>Step</th>{names}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )
