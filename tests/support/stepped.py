"""A small course whose programs are stepped: those of the lessons, and a fence that has one of them be scheduled."""

from pathlib import Path

from tests.support.site import ROOT
from tests.support.small import SmallCourse

PROGRAMS = {
    "desks": "locks/two_desks.py",
    "locked": "locks/two_desks_locked.py",
    "crossed": "two_smoking_barrels/wrong_two_locks.py",
    "drivers": "stocks/wrong_one_look.py",
}
FENCE = '```python exec="on" file="greetings/{}.py" figure="scheduler" {}\n```\n'


def stepped(root: Path) -> SmallCourse:
    """A course with these programs."""
    course = SmallCourse(root)
    for name, path in PROGRAMS.items():
        course.write(f"snippets/greetings/{name}.py", (ROOT / "snippets" / path).read_text(encoding="utf-8"))
    return course


def fence(name: str, challenge: str = "", goal: str = "", show: str = "source") -> str:
    """A fence that has readers be the scheduler of one of them."""
    asked = f'challenge="{challenge}" goal="{goal}"' if challenge else ""
    return FENCE.format(name, f'show="{show}" {asked}')
