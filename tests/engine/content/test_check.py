"""A fence is held against its program, and every mistake told with its line and with advice."""

from content.engine.fence.check import check
from tests.engine.content.test_header import FILE, HERE, LIST, fence
from tests.support.small import SmallCourse

ACCOUNT = """\
def report():
    print("balance")


class Account:
    balance = 0

    def pay(self):
        self.balance += 1


report()
"""


def told(small: SmallCourse, info: str, kind: str = "lesson") -> list[str]:
    """What a check of a fence with this header tells."""
    found = check(fence(f"\n\n```python {info}\n```", kind), HERE, small.library)
    return [str(problem) for problem in found]


def test_a_fence_without_mistakes_is_checked_with_its_program(small: SmallCourse) -> None:
    assert told(small, FILE) == []


def test_a_mistake_of_the_fence_is_told_before_its_program_is_looked_for(small: SmallCourse) -> None:
    assert told(small, 'exec="on" file="greetings/none.py" shwo="source"') == [
        "content/page.md:3: Unknown option 'shwo'. Did you mean show?"
    ]


def test_a_program_that_is_not_there_is_told_with_the_near_names(small: SmallCourse) -> None:
    assert told(small, 'exec="on" file="greetings/helo.py"') == [
        "content/page.md:3: There is no program snippets/greetings/helo.py. Did you mean greetings/hello.py?"
    ]


def test_a_part_is_a_function_a_class_or_a_method(small: SmallCourse) -> None:
    small.write("snippets/greetings/account.py", ACCOUNT)
    file = 'exec="on" file="greetings/account.py"'
    for part in ("report", "Account", "Account.pay"):
        assert told(small, f'{file} part="{part}"') == []


def test_every_unknown_part_of_a_fence_is_told_with_the_near_names(small: SmallCourse) -> None:
    small.write("snippets/greetings/account.py", ACCOUNT)
    header = 'exec="on" file="greetings/account.py" part="Acount" highlight="pay" steps="Account|repotr"'
    assert told(small, header, "deck") == [
        "content/page.md:3: No part 'Acount' in greetings/account.py. Did you mean Account or Account.pay?",
        "content/page.md:3: No part 'pay' in greetings/account.py. Known: Account, Account.pay, report.",
        "content/page.md:3: No part 'repotr' in greetings/account.py. Did you mean report?",
    ]


def test_a_part_within_the_part_that_is_shown_can_be_highlighted(small: SmallCourse) -> None:
    small.write("snippets/greetings/account.py", ACCOUNT)
    header = 'exec="on" file="greetings/account.py" part="Account" highlight="Account.pay" steps="Account|Account.pay"'
    assert told(small, header, "deck") == []


def test_a_part_outside_the_part_that_is_shown_can_not(small: SmallCourse) -> None:
    small.write("snippets/greetings/account.py", ACCOUNT)
    header = 'exec="on" file="greetings/account.py" part="Account.pay" highlight="Account" steps="report"'
    assert told(small, header, "deck") == [
        "content/page.md:3: Part 'Account' is not within part 'Account.pay'. Name one that is.",
        "content/page.md:3: Part 'report' is not within part 'Account.pay'. Name one that is.",
    ]


def test_parts_that_are_noted_are_parts_that_are_shown(small: SmallCourse) -> None:
    small.write("snippets/greetings/account.py", ACCOUNT)
    text = f'```python exec="on" file="greetings/account.py" part="Account.pay" notes="report|pya"\n```{LIST}'
    assert [str(problem) for problem in check(fence(text), HERE, small.library)] == [
        "content/page.md:1: Part 'report' is not within part 'Account.pay'. Name one that is.",
        "content/page.md:1: No part 'pya' in greetings/account.py. Known: Account, Account.pay, report.",
    ]


def test_a_wrong_declaration_is_told_at_its_line_in_the_program(small: SmallCourse) -> None:
    small.write("snippets/greetings/hello.py", "print(1)\n\n# /// run\n# timeuot = 2\n# ///\n")
    assert told(small, FILE) == ["snippets/greetings/hello.py:4: Unknown declaration 'timeuot'. Did you mean timeout?"]


def test_a_program_that_ends_otherwise_than_declared_is_told_with_what_is_wrong_with_the_fence(
    small: SmallCourse,
) -> None:
    small.write("snippets/greetings/hello.py", 'print("so far")\nraise SystemExit(3)\n')
    fence_told, program_told = told(small, f'{FILE} part="none"')
    assert fence_told == "content/page.md:3: No part 'none' in greetings/hello.py. There is none."
    assert program_told.startswith("snippets/greetings/hello.py:1: It ended with 'exit 3' on Python ")
    assert program_told.endswith(" and declares 'ok'. Mend it, or declare it. It printed:\n    so far")


def test_a_figure_that_the_output_does_not_give_is_told(small: SmallCourse) -> None:
    [complaint] = told(small, f'{FILE} figure="bars"')
    assert complaint == (
        "content/page.md:3: Figure 'bars' cannot be drawn from what greetings/hello.py printed. "
        "It needs two lines of a label and a number, at the least."
    )


def test_a_timeline_needs_a_program_that_is_watched(small: SmallCourse) -> None:
    [complaint] = told(small, f'{FILE} figure="timeline"')
    assert complaint == (
        "content/page.md:3: A timeline of a program that is not watched while it runs. "
        "Declare timeline = true in the run block of snippets/greetings/hello.py."
    )
    small.write("snippets/greetings/hello.py", "print(1)\n\n# /// run\n# timeline = true\n# ///\n")
    assert told(small, f'{FILE} figure="timeline"') == []


def test_a_figure_is_not_missed_where_the_program_failed(small: SmallCourse) -> None:
    small.write("snippets/greetings/hello.py", "raise SystemExit(3)\n")
    [complaint] = told(small, f'{FILE} figure="bars"')
    assert "It ended with 'exit 3'" in complaint


def test_a_figure_that_the_output_gives_is_no_mistake(small: SmallCourse) -> None:
    small.write("snippets/greetings/hello.py", 'print("one  1\\ntwo  2")\n')
    assert told(small, f'{FILE} figure="bars"') == []
