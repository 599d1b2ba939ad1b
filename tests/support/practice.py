"""A small course with three exercises, in two lessons, for those who do exercises."""

from pathlib import Path

from tests.support.small import SmallCourse

NAV = "nav:\n  - index.md\n  - Lessons:\n      - lessons/waving.md\n      - lessons/greetings.md\n"
STARTER = '"""Say {name}.\n\nNothing else is said.\n"""\n\n\ndef {name}() -> str:\n    return ""  # TODO\n'
CHECK = """\
import pytest
from {name} import {name}


def test_{name}() -> None:
    if {name}() != "{name}":
        pytest.fail("{name}() returned " + repr({name}()), pytrace=False)
"""
HINT = "<!-- easy, 5 minutes -->\nWhat is to be said?\n\nSay {name}.\n"
PAGES = {"waving": ["wave"], "greetings": ["hello", "bye"]}


def course(root: Path) -> SmallCourse:
    """The lesson `waving` asks for `wave`, and `greetings`, which comes after it, for `hello` and then for `bye`."""
    small = SmallCourse(root)
    small.write("mkdocs.yml", (root / "mkdocs.yml").read_text(encoding="utf-8").replace("nav: null\n", NAV))
    for lesson, names in PAGES.items():
        lines = [f"# {lesson}", *(f"::: exercise {lesson}/{name}" for name in names)]
        small.write(f"content/lessons/{lesson}.md", "\n\n".join(lines) + "\n")
        for name in names:
            exercise(small, lesson, name)
    return small


def exercise(small: SmallCourse, lesson: str, name: str) -> None:
    """An exercise: a function that has to return its own name."""
    folder = f"snippets/{lesson}/exercise_{name}"
    small.write(f"{folder}/{name}.py", STARTER.format(name=name))
    small.write(f"{folder}/{name}_solution.py", answer(name))
    small.write(f"{folder}/{name}_wrong_mute.py", STARTER.format(name=name))
    small.write(f"{folder}/test_{name}.py", CHECK.format(name=name))
    small.write(f"{folder}/hint.md", HINT.format(name=name))
    small.write(f"{folder}/pytest.ini", "[pytest]\naddopts = -x -p no:cacheprovider\n")


def answer(name: str, said: str = "") -> str:
    """An answer, which is right unless it says something else."""
    return f'"""Say {name}."""\n\n\ndef {name}() -> str:\n    return "{said or name}"\n'
