"""The lines `::: exercise …` and `::: exercises …`: what they become, and what authors are told of mistakes in them."""

from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown

from content.engine.course import exercise
from content.engine.directives import exercises, starting
from content.engine.directives.directive import Material
from content.engine.directives.extension import Registry
from content.engine.fence.extension import place
from content.engine.fence.header import Place
from snippets.engine.program.problem import ProblemError
from tests.support.site import parsed, text_of, with_class

EXTENSIONS = [
    "attr_list",
    "tables",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.superfences",
    "content.engine.fence.extension",
    "content.engine.directives.extension",
]
HERE = Place("content/lessons/locks.md", 1)
SOLUTION = '"""One lock."""\n\nimport threading\n\nshop_lock = threading.Lock()  # ~~~ ```\n'


def write(path: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with two exercises in one lesson, and one with two solutions in another."""
    for name, level, answers in (
        ("locks/safe_shop", "easy, 10", ["solution"]),
        ("locks/till", "hard, 30", ["solution"]),
        ("multiprocessing/bakery", "medium, 20", ["solution_pool", "solution_two_queues"]),
    ):
        lesson, own = name.split("/")
        folder = tmp_path / "snippets" / lesson / f"exercise_{own}"
        write(folder / f"{own}.py", f'"""Make the {own} safe.\n\n- whatever *happens*\n"""\n')
        write(folder / "hint.md", f"<!-- {level} minutes -->\nAsk **who** waits.\n\n    for whom\n")
        for answer in answers:
            write(folder / f"{own}_{answer}.py", SOLUTION)
        write(tmp_path / "content" / "lessons" / f"{lesson}.md", f"---\nminutes: 1\n---\n# On {lesson}\n")
    return tmp_path


def page(root: Path, text: str, here: Place = HERE) -> Element:
    """The page that a text becomes."""
    md = Markdown(extensions=EXTENSIONS, extension_configs={"content.engine.fence.extension": {"root": str(root)}})
    token = place.set(here)
    try:
        return parsed(md.convert(text))
    finally:
        place.reset(token)


def complaints(root: Path, text: str, here: Place = HERE) -> list[str]:
    """What is wrong with the exercises of a text."""
    return [str(problem).removeprefix(here.path) for problem in Registry(Material(root, ())).problems(text, here)]


def child(element: Element, *path: str) -> Element:
    """The element at a path of tags."""
    found = element.find("/".join(path))
    assert found is not None
    return found


def test_an_exercise_becomes_heading_level_zip_task_commands_and_hint(root: Path) -> None:
    body = child(page(root, "Before.\n\n::: exercise locks/safe_shop\n\nAfter."), "body")
    tags = ["p", "h3", "p", "p", "ul", "p", "div", "div", "details", "p"]
    assert [element.tag for element in body] == tags
    heading, level, task, points, begin, unix, windows, hint = body[1:-1]
    assert (text_of(heading), heading.get("id")) == ("Safe shop", "exercise-safe-shop")
    assert text_of(level) == "easy, 10 minutes · Download safe_shop.zip"
    assert child(level, "a").get("href") == "../exercises/locks/safe_shop.zip"
    assert "download" in child(level, "a").attrib
    assert (text_of(task), text_of(points).strip()) == ("Make the safe_shop safe.", "whatever happens")
    assert "safe_shop" in text_of(begin)
    assert text_of(unix).strip().splitlines() == ["Linux, macOS" + starting.UNIX[0], *starting.UNIX[1:]]
    assert text_of(windows).strip().splitlines() == ["Windows" + starting.WINDOWS[0], *starting.WINDOWS[1:]]
    assert [element.tag for element in hint] == ["summary", "p", "div", "p", "p", "details"]
    assert text_of(hint[1]) == "Ask who waits."


@pytest.mark.parametrize("file", ["test_till.py", "clock.py", "orders/lead.py"])
def test_a_check_that_windows_cannot_run_is_said_to_need_wsl(root: Path, file: str) -> None:
    write(root / "snippets/locks/exercise_till" / file, "import os\n\nos.killpg(1, 15)\n")
    text = text_of(page(root, "::: exercise locks/till"))
    assert starting.WSL in text
    assert starting.WINDOWS[0] not in text


def test_the_solution_is_folded_into_the_folded_hint_and_the_search_does_not_find_it(root: Path) -> None:
    hint = child(page(root, "::: exercise locks/safe_shop"), "body", "details")
    solution = child(hint, "details")
    assert (hint.get("open"), solution.get("open")) == (None, None)
    assert (text_of(hint[0]), text_of(solution[0])) == ("Hint", "Solution")
    assert text_of(hint[-3]) == exercises.WHEN
    assert child(hint[-2], "a").get("href") == "../exercises/locks/safe_shop_solution.zip"
    code = child(solution, "div")
    assert "data-search-exclude" in code.attrib
    assert text_of(child(code, "pre", "code")) == SOLUTION
    assert with_class(code, "kn"), "it is highlighted"


def test_each_solution_of_a_project_has_a_fold_of_its_own(root: Path) -> None:
    hint = child(page(root, "::: exercise multiprocessing/bakery"), "body", "details")
    assert [text_of(fold[0]) for fold in hint.findall("details")] == ["Solution: pool", "Solution: two queues"]


def test_an_exercise_may_stand_in_a_list_or_a_quotation(root: Path) -> None:
    body = child(page(root, "- Try:\n\n    ::: exercise locks/till\n\n> ::: exercise locks/safe_shop\n"), "body")
    assert child(body, "ul", "li", "h3").get("id") == "exercise-till"
    assert child(body, "blockquote", "h3").get("id") == "exercise-safe-shop"


def test_a_line_within_a_fence_is_text(root: Path) -> None:
    text = "```markdown\n::: exercise locks/nothing\n```\n"
    assert complaints(root, text) == []
    assert text_of(page(root, text)).strip() == "::: exercise locks/nothing"


def test_a_table_has_a_row_for_each_lesson_and_a_column_for_each_level(root: Path) -> None:
    table = child(page(root, "::: exercises multiprocessing | locks"), "body", "table")
    rows = [[text_of(cell).replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in table.iter("tr")]
    assert rows == [
        ["lesson", "step", "easy", "medium", "hard"],
        ["On multiprocessing", "none", "none", "Bakery, 20 min", "none"],
        ["On locks", "none", "Safe shop, 10 min", "none", "Till, 30 min"],
    ]
    assert [link.get("href") for link in table.iter("a")] == [
        "multiprocessing.md",
        "multiprocessing.md#exercise-bakery",
        "locks.md",
        "locks.md#exercise-safe-shop",
        "locks.md#exercise-till",
    ]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("::: exercise locks/safe_shpo", "There is no exercise 'locks/safe_shpo'. Did you mean locks/safe_shop?"),
        (
            "::: exercise gardening",
            "There is no exercise 'gardening'. Known: locks/safe_shop, locks/till, multiprocessing/bakery.",
        ),
        ("::: exercises lcks", "No lesson 'lcks' has exercises. Did you mean locks?"),
        ("::: exercises", "The line does not name a lesson. Write ::: exercises lesson | lesson."),
        (
            "::: exercise",
            "The line does not name one exercise. Write ::: exercise lesson/name.",
        ),
        (
            "::: exercise locks/till locks/safe_shop",
            "The line does not name one exercise. Write ::: exercise lesson/name.",
        ),
    ],
)
def test_a_line_that_names_nothing_is_told_with_its_place_and_shown_in_place(
    root: Path, line: str, complaint: str
) -> None:
    text = f"Before.\n\n{line}\n\n::: exercise locks/till\n"
    assert complaints(root, text) == [f":3: {complaint}"]
    body = child(page(root, text, replace(HERE, first_line=5)), "body")
    shown = with_class(body, "run-problem")
    assert [text_of(child(one, "pre")) for one in shown] == [f"{HERE.path}:7: {complaint}"]
    assert child(body, "h3").get("id") == "exercise-till"


def test_all_problems_are_told_together(root: Path) -> None:
    (root / "snippets/locks/exercise_till/hint.md").write_text("Think.\n")
    (root / "snippets/locks/exercise_safe_shop/safe_shop.py").write_text("def (")
    (root / "snippets/locks/exercise_safe_shop/safe_shop_solution.py").unlink()
    begin = "Begin it with such as <!-- medium, 20 minutes -->; levels are step, easy, medium, hard."
    assert complaints(root, "::: exercises locks | barrels\n\n::: exercise nothing/here\n") == [
        ":1: No lesson 'barrels' has exercises. Known: locks, multiprocessing.",
        "snippets/locks/exercise_safe_shop/safe_shop.py:1: The starter does not tell the task. "
        "Begin it with a docstring that is the task.",
        "snippets/locks/exercise_safe_shop/safe_shop.py:1: The exercise has no solution. Add safe_shop_solution.py.",
        f"snippets/locks/exercise_till/hint.md:1: It tells neither level nor minutes. {begin}",
        ":3: There is no exercise 'nothing/here'. Known: locks/safe_shop, locks/till, multiprocessing/bakery.",
    ]


@pytest.mark.parametrize("first", ["", "<!-- tough, 10 minutes -->", "<!-- easy, 0 minutes -->", "<!-- easy -->"])
def test_level_and_minutes_are_the_first_line_of_the_hint(root: Path, first: str) -> None:
    (root / "snippets/locks/exercise_till/hint.md").write_text(f"{first}\nThink.\n")
    with pytest.raises(ProblemError, match="neither level nor minutes"):
        exercise.read(root, "locks/till")


@pytest.mark.parametrize(
    ("check", "for_unix"),
    [
        ("os.mkfifo(path)", True),
        ("os.killpg(pid, 15)", True),
        ("faulthandler.register(15)", True),
        ("if os.fork() == 0:", True),
        ("os.fork = refuse", False),
        ('get_all_start_methods()  # "fork"', False),
    ],
)
def test_a_check_that_calls_what_windows_lacks_is_for_unix(root: Path, check: str, for_unix: bool) -> None:
    write(root / "snippets/locks/exercise_till/test_till.py", check)
    assert exercise.read(root, "locks/till").is_for_unix == for_unix
