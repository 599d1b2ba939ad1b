"""The address of a new issue about an output, filled in with what the build knows of its run."""

from urllib.parse import urlencode

from content.engine.fence.output import to_text
from snippets.engine.process.run import Run

LONGEST = 1800  # characters of an address: some servers take no more than 2,000
LINES = 10  # of the output, at the most
BODY = """\
Program: {program}
Page: {page}
How it ended: {ended}, after {seconds:.2f} s
Python: {python}
Machine: {machine}

What the page shows, from its beginning:

{output}

What I expected, or what I see when I run it myself:

"""


def address(repository: str, page: str, name: str, run: Run) -> str:
    """The address that opens an issue about a run of the program `name`, shown on `page`, a path in the course."""
    printed = to_text(run.output)
    lines = [f"    {line}" for line in printed.split("\n")[:LINES] if printed]
    shown = "\n".join(lines)[:LONGEST] if lines else "    (nothing)"
    for length in range(len(shown), -1, -20):
        whole = _address(repository, page, name, run, shown[:length])
        if len(whole) <= LONGEST:
            break
    return whole


def _address(repository: str, page: str, name: str, run: Run, output: str) -> str:
    body = BODY.format(
        program=f"snippets/{name}",
        page=page,
        ended=run.ended,
        seconds=run.seconds,
        python=run.python,
        machine=run.machine,
        output=output,
    )
    return f"{repository}/issues/new?{urlencode({'title': f'Output of {name}', 'body': body})}"
