"""Print the graph of all orders of a program's steps, or one order: `python -m orders '{"path": "…", …}'`.

Its one argument has `path`, `shown`, `steps`, `shared`, and `jobs`, or the `order` that is run, such as "1221". It may
have the program's `args`. It prints JSON. Where the orders cannot be run, that has only `wrong`: what is wrong, and
what to do.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .explore import explore
from .graph import graph
from .run import run
from .stepped import UnexplorableError, load

ABOVE = str(Path(__file__).resolve().parent.parent)


def main(argument: str) -> None:
    """Do as the argument says."""
    given = json.loads(argument)
    path = Path(given["path"])
    sys.path[:] = [str(path.parent), *(place for place in sys.path[1:] if place != ABOVE)]  # as the program has it
    told: dict[str, Any]
    try:
        sys.argv = [given["shown"], *given.get("args", ())]
        stepped = load(path, given["shown"], given["steps"], given["shared"])
        if "order" in given:
            told = asdict(run(stepped, tuple(map(int, given["order"]))))
        else:
            told = graph(explore(stepped, given["jobs"]))
    except UnexplorableError as error:
        told = {"wrong": [error.what, error.do]}
    print(json.dumps(told, separators=(",", ":")))


if __name__ == "__main__":
    main(sys.argv[1])
