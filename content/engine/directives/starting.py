"""How a learner begins: the commands that make an environment, install what a check needs, and run it.

A page shows them below the task of an exercise, and the same commands stand in the README.md of every zip.
"""

import re
from collections.abc import Callable
from functools import lru_cache

FOLDER = "exercises"  # of the site, with the zips as `exercises/<lesson>/<name>.zip`
README = "README.md"
REQUIREMENTS = "requirements.txt"
# None of them switches the environment on: what that takes differs from shell to shell, and Windows often forbids it.
UNIX = ("python3 -m venv .venv", f".venv/bin/python -m pip install -r {REQUIREMENTS}", ".venv/bin/python -m pytest")
WINDOWS = tuple(line.replace("python3 ", "py ").replace(".venv/bin/", ".venv\\Scripts\\") for line in UNIX)
WSL = "On Windows the check needs WSL, which is a Linux, and there the same lines."
MEANING = """\
The first line makes an environment, the second installs pytest into it, in the version with which the course is tested.
Once they are done, the third is all you need."""
PYTHON = """\
You need Python 3.11 or newer. Where `python3` is older, write the name of a newer one, such as `python3.14`; on Debian
and Ubuntu the first line needs the package `python3-venv`. Where Windows does not know `py`, write `python`.
"""
OF_ONE = """\
# {title}

{facts}

The task stands at the top of `{name}.py`. Write your answer where it says `TODO`, and change nothing else here.

## Run the check

Open a terminal in this folder, and type:

{commands}

{meaning}

The check fails, because there is no answer yet: go on until it passes. The page of the exercise has a hint, and behind
it the solution.

"""
OF_ALL = """\
# Programs and exercises

A program needs Python and nothing else. Open a terminal in this folder, and type what the page shows below the
program's output, when you unfold the line of small print.

"""
OF_CHECKS = """\
## Run the check of an exercise

An exercise is a folder `exercise_…`. Write your answer where a file in it says `TODO`. Its check needs a little more.
Here it is that of `{exercise}`; name the folder of yours in its place.

{commands}

{meaning}

On Windows, some checks need WSL; the pages of their exercises say so.

"""


def link(seen: Callable[[str], str], lesson: str, name: str) -> str:
    """A link that downloads the zip called `name`; `seen` gives an address as the page has it."""
    return f"[Download {name}.zip]({seen(f'{FOLDER}/{lesson}/{name}.zip')}){{ download }}"


def on_page(name: str, for_unix: bool) -> list[str]:
    """The Markdown that tells what to do with the zip of an exercise."""
    begin = f"Unpack the zip, open a terminal in its folder `{name}`, and run the check. It fails until you are done."
    return [begin, "", *_commands("", for_unix)]


def _commands(argument: str, for_unix: bool) -> list[str]:
    """The commands; `argument` comes behind the last one."""
    unix = ['```bash title="Linux, macOS"', *UNIX[:-1], UNIX[-1] + argument, "```"]
    windows = ['```powershell title="Windows"', *WINDOWS[:-1], WINDOWS[-1] + argument.replace("/", "\\"), "```"]
    return [*unix, "", *([WSL] if for_unix else windows)]


def of_solutions(seen: Callable[[str], str], lesson: str, name: str) -> str:
    """What the hint of an exercise says of the zip of its solutions."""
    zipped = link(seen, lesson, f"{name}_solution")
    return f"{zipped}: unpack it beside the exercise. To see a solution pass, copy its text into `{name}.py`."


def readme(title: str, name: str, facts: str, for_unix: bool) -> str:
    """The text of the README.md of an exercise called `name`; `facts` are its level and minutes."""
    commands = _plain(_commands("", for_unix))
    return OF_ONE.format(title=title, name=name, facts=facts, commands=commands, meaning=MEANING) + PYTHON


@lru_cache(maxsize=8)  # while it serves, the same with each save
def readme_of_all(exercise: str = "") -> str:
    """The text of the README.md beside all programs and exercises; `exercise` is the folder of one of these, if any."""
    commands = _plain(_commands(f" {exercise}", False))
    checks = OF_CHECKS.format(exercise=exercise, commands=commands, meaning=MEANING) if exercise else ""
    return OF_ALL + checks + PYTHON


def _plain(lines: list[str]) -> str:
    """Fences with their titles above them, for readers that show no title of a fence."""
    return "\n".join(re.sub(r'^(```\w+) title="(.*)"$', r"\2:\n\n\1", line) for line in lines)
