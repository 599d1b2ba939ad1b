"""The pages of a course, the programs on them, and all that is wrong with either."""

from content.engine.course import course, texts
from content.engine.fence.header import Embed, Place
from tests.support.small import LESSON, SmallCourse


def problems(small: SmallCourse) -> list[str]:
    """Everything that is wrong with the pages of a course."""
    return [str(problem) for problem in course.problems(small.root, small.library)]


def test_the_pages_of_a_course_are_all_its_markdown_files(small: SmallCourse) -> None:
    small.write("content/about.md", "")
    small.write("content/lessons/more/deep.md", "")
    small.write("content/assets/notes.txt", "")
    found = [path.relative_to(small.root / "content").as_posix() for path in texts.pages(small.root)]
    assert found == ["about.md", "index.md", "lessons/greetings.md", "lessons/more/deep.md"]


def test_a_file_has_its_place_in_the_course(small: SmallCourse) -> None:
    path = small.root / "slides" / "decks" / "greetings.md"
    assert texts.place_of(small.root, path, "deck") == Place("slides/decks/greetings.md", 1, "deck")
    assert texts.place_of(small.root, path).kind == "lesson"


def test_lines_are_counted_from_the_front_matter_on(small: SmallCourse) -> None:
    path = small.write("content/lessons/greetings.md", f"---\nminutes: 5\n---\n{LESSON}")
    assert [fence.line for fence in texts.fences(small.root, path)] == [6]


def test_a_page_asks_for_what_its_fences_without_mistakes_ask_for(small: SmallCourse) -> None:
    text = f'{LESSON}\n```python exec="on" file="a/b.py" shwo="x"\n```\n\n```python exec="on" file="a/c.py"\n```\n'
    path = small.write("content/lessons/greetings.md", text)
    assert texts.embeds(small.root, path) == [Embed("greetings/hello.py"), Embed("a/c.py")]


def test_a_deck_is_read_as_a_deck(small: SmallCourse) -> None:
    path = small.write("slides/decks/greetings.md", '```python exec="on" file="greetings/hello.py" steps="a"\n```\n')
    assert texts.embeds(small.root, path, "deck") == [Embed("greetings/hello.py", steps=("a",))]
    assert texts.embeds(small.root, path) == []


def test_the_programs_of_a_course_are_those_of_its_pages_once_each_in_their_order(small: SmallCourse) -> None:
    for name in ("a", "b"):
        small.write(f"snippets/greetings/{name}.py", "print(1)\n")
    fences = [f'```python exec="on" file="greetings/{name}.py"\n```\n' for name in ("b", "hello", "a", "b")]
    small.write("content/lessons/greetings.md", "\n".join(fences))
    small.write("content/zebra.md", fences[2])
    assert course.programs(small.root, small.library) == ["greetings/b.py", "greetings/hello.py", "greetings/a.py"]


def test_programs_that_cannot_be_run_are_left_out_because_their_problems_are_told(small: SmallCourse) -> None:
    small.write("snippets/greetings/wrong.py", "print(1)\n\n# /// run\n# timeuot = 2\n# ///\n")
    fences = [f'```python exec="on" file="greetings/{name}.py"\n```\n' for name in ("wrong", "none", "hello")]
    small.write("content/lessons/greetings.md", "\n".join(fences))
    assert course.programs(small.root, small.library) == ["greetings/hello.py"]
    assert problems(small) == [
        "snippets/greetings/wrong.py:4: Unknown declaration 'timeuot'. Did you mean timeout?",
        "content/lessons/greetings.md:4: There is no program snippets/greetings/none.py. "
        "Did you mean greetings/wrong.py or greetings/hello.py?",
    ]


def test_a_course_without_mistakes_has_no_problems(small: SmallCourse) -> None:
    assert problems(small) == []


def test_the_problems_of_all_pages_are_told(small: SmallCourse) -> None:
    small.write("content/about.md", '```python exec="on"\n```\n')
    small.write("content/index.md", "\n```text titel='x'\n```\n")
    assert [line.partition(" ")[0] for line in problems(small)] == [
        "content/about.md:1:",
        "content/index.md:2:",
        "content/index.md:2:",
    ]


def test_every_text_that_is_not_utf_8_is_told_with_its_line(small: SmallCourse) -> None:
    assert list(course.unreadable(small.root)) == []
    paths = ("content/lessons/greetings.md", "slides/decks/greetings.md", "snippets/greetings/exercise_wave/hint.md")
    for path in paths:
        small.write(path, "").write_bytes(b"one\ntwo\ncaf\xe9\n")
    assert [str(problem) for problem in course.unreadable(small.root)] == [
        f"{path}:3: The text is not UTF-8. Save it as UTF-8." for path in paths
    ]


def test_a_program_that_is_not_utf_8_is_told_where_it_is_shown(small: SmallCourse) -> None:
    (small.root / "snippets" / "greetings" / "hello.py").write_bytes(b"# caf\xe9\n")
    assert list(course.unreadable(small.root)) == []
    assert problems(small) == ["snippets/greetings/hello.py:1: The program is not UTF-8. Save it as UTF-8."]


def test_a_timeline_that_is_declared_is_shown_on_a_page(small: SmallCourse) -> None:
    small.write("snippets/greetings/hello.py", "print('hello')\n\n# /// run\n# timeline = true\n# ///\n")
    assert problems(small) == [
        "snippets/greetings/hello.py:1: It declares a timeline, and no page shows one. "
        'Add figure="timeline" to a fence that shows it, or leave the declaration out.'
    ]
    small.write("content/index.md", '```python exec="on" file="greetings/hello.py" figure="timeline"\n```\n')
    assert problems(small) == []


def test_sound_programs_are_all_that_declare_nothing_wrong_shown_or_not(small: SmallCourse) -> None:
    small.write("snippets/greetings/wrong.py", "print(1)\n\n# /// run\n# timeuot = 2\n# ///\n")
    small.write("snippets/greetings/unused.py", "print(1)\n")
    assert [program.name for program in course.sound(small.library)] == ["greetings/hello.py", "greetings/unused.py"]
