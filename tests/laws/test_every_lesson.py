"""Laws 2, 4 and 6: every program is on its page, the page is whole, and every test of a claim quotes the page."""

import ast
import re
from difflib import get_close_matches
from pathlib import Path
from xml.etree.ElementTree import Element

from content.engine.course import texts
from content.engine.course.texts import embeds
from content.engine.fence.header import Place, scan
from snippets.engine.runs.library import lesson_folders
from tests.support.course import REAL, Course, each_course, each_lesson
from tests.support.site import ROOT, Built, parsed, text_of, with_class

LESSONS = REAL.lessons
BLOCKS = ("p", "li", "td", "th", "dd", "dt", "summary", "h1", "h2", "h3", "h4")


def slug(text: str) -> str:
    """A sentence as the name of a test: lower case, everything but letters and digits an underscore."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def sentences(page: Element) -> set[str]:
    """Every sentence of a page, and every cell and item, as names of tests."""
    found = set()
    for block in page.iter():
        if block.tag in BLOCKS:
            text = text_of(block).replace("¶", "")
            found |= {slug(part) for part in [text, *re.split(r"(?<=[.!?:;])\s+", text)]}
    return found


def claims_of(course: Course, lesson: str) -> list[str]:
    """The names of the claim tests of a lesson, without `test_`."""
    tree = ast.parse(course.claim_tests(lesson).read_text(encoding="utf-8"))
    names = [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return [name.removeprefix("test_") for name in names if name.startswith("test_")]


@each_lesson
def test_every_snippet_of_a_lesson_is_embedded_in_it(course: Course, lesson: str, built: Built) -> None:
    shown = {embed.file for embed in embeds(course.root, course.page(lesson))}
    there = {name for name in built.library.names() if name.startswith(f"{lesson}/")}
    assert shown == there, f"show {there - shown} in {course.page(lesson)}, or delete them"


@each_course
def test_every_folder_of_programs_belongs_to_a_lesson(course: Course) -> None:
    folders = {path.name for path in lesson_folders(course.root / "snippets")}
    assert folders <= set(course.lessons)


@each_lesson
def test_every_claim_test_is_named_as_a_sentence_of_its_lesson(course: Course, lesson: str, built: Built) -> None:
    said = sentences(built.site.page(f"lessons/{lesson}"))
    other = [name for name in claims_of(course, lesson) if name not in said]
    near = [
        f"no sentence of the page reads {name}; the nearest: {get_close_matches(name, said, n=1)}" for name in other
    ]
    assert other == [], "\n".join(near)


@each_lesson
def test_no_claim_of_a_lesson_is_tested_twice(course: Course, lesson: str) -> None:
    assert sorted(claims_of(course, lesson)) == sorted(set(claims_of(course, lesson)))


@each_lesson
def test_a_lesson_has_claims_that_are_tested(course: Course, lesson: str) -> None:
    least = 1 if lesson in course.drafts else course.fewer_claims.get(lesson, course.claims)
    assert len(claims_of(course, lesson)) >= least, (
        "test more of its sentences, or write draft: true in its front matter"
    )


@each_lesson
def test_a_lesson_that_is_no_draft_has_nothing_left_to_do(course: Course, lesson: str) -> None:
    files = [course.page(lesson), course.deck(lesson), course.claim_tests(lesson)]
    left = [path for path in files if "TODO:" in path.read_text(encoding="utf-8")]
    assert lesson in course.drafts or left == [], (
        "do what is left to do, or write draft: true in the page's front matter"
    )


@each_lesson
def test_a_draft_and_no_other_lesson_says_that_it_is_one(course: Course, lesson: str, built: Built) -> None:
    titles = [text_of(title) for title in with_class(built.site.page(f"lessons/{lesson}"), "admonition-title")]
    assert ("Draft" in titles) == (lesson in course.drafts)


@each_lesson
def test_the_code_on_the_page_is_the_code_of_the_file(course: Course, lesson: str, built: Built) -> None:
    blocks = with_class(built.site.page(f"lessons/{lesson}"), "program")
    asked = embeds(course.root, course.page(lesson))
    assert len(blocks) == len(asked)
    for block, embed in zip(blocks, asked, strict=True):
        program = built.library.program(embed.file)
        expected = program.text_of(embed.part) if embed.part else program.source
        shown = [text_of(code) for code in block.iter("code") if with_class_above(block, code)]
        assert shown == ([expected] if embed.show in ("both", "source") else [])


def with_class_above(block: Element, code: Element) -> bool:
    """Whether a piece of code stands in a listing of the block, and not in the line below its output."""
    return any(code in list(listing.iter("code")) for listing in with_class(block, "highlight"))


@each_lesson
def test_no_lesson_types_the_minutes_that_it_takes(course: Course, lesson: str) -> None:
    text = texts.body(course.page(lesson).read_text(encoding="utf-8"))
    typed = re.findall(r"\*\*\d+ minutes\*\*|\btakes? (?:about )?\d+ (?:of the \d+ )?minutes", text)
    assert typed == [], f"leave them out, and write ::: minutes {lesson} on the line before 'you need:'"
    assert re.findall(r"^ +::: minutes (\w+)\n +you need: ", text, re.MULTILINE) == [lesson]


@each_lesson
def test_at_most_ten_programs_stand_in_the_main_line_of_a_lesson(course: Course, lesson: str) -> None:
    """What is below *Going deeper* or folded does not count, nor a figure alone, nor one more chance to step."""
    main = re.sub(r"^## Going deeper\n.*?(?=^## |\Z)", "", course.page(lesson).read_text("utf-8"), flags=re.M | re.S)
    shown = [fence.embed for fence in scan(main, Place()) if fence.embed and not fence.block.margin]
    read = {one.file for one in shown if one.show in ("both", "source") and one.figure != "scheduler"}
    assert len(read) <= 10, f"put some of them under ## Going deeper in {course.page(lesson)}: {sorted(read)}"


@each_lesson
def test_a_lesson_has_the_parts_that_readers_expect(lesson: str, built: Built) -> None:
    page = built.site.page(f"lessons/{lesson}")
    titles = [text_of(heading).replace("¶", "") for heading in page.iter("h2")]
    assert [title for title in titles if title in ("Key points", "Check yourself", "Where next")] == [
        "Key points",
        "Check yourself",
        "Where next",
    ]
    aims = with_class(page, "abstract")
    assert len(aims) == 1
    told = " ".join(text_of(aims[0]).split())
    assert re.search(r"\d+ minutes of reading(, \d+ of exercises)? · you need: .+ · slides", told)


@each_course
def test_the_build_is_free_of_warnings(built: Built) -> None:
    assert built.site.log.endswith("exit status 0\n"), built.site.log
    assert "WARNING -" not in built.site.log


@each_course
def test_no_fence_is_left_as_text(built: Built) -> None:
    for address, page in built.site.pages().items():
        left = [
            text_of(code)
            for code in page.iter("code")
            if re.search(r'exec="|file="|^python\s+(exec|file|show)', text_of(code))
        ]
        assert left == [], address
        assert not [text for text in page.itertext() if re.search(r"^\s*(```|///)", text)], address


@each_course
def test_no_id_stands_twice_on_a_page(built: Built) -> None:
    for address, page in built.site.pages().items():
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert sorted(set(ids), key=ids.index) == ids, address


@each_course
def test_nothing_is_loaded_from_another_host(built: Built) -> None:
    for address, page in built.site.pages().items():
        loaded = [
            element.get(name, "")
            for element in page.iter()
            for name in ("src", "href", "srcset", "poster", "data")
            if element.tag != "a" and not (element.tag == "link" and element.get("rel") == "canonical")
        ]
        assert [url for url in loaded if re.match(r"(https?:)?//", url)] == [], address
    for path in [*built.site.folder.rglob("*.css"), *built.site.folder.glob("assets/pages*")]:
        assert not re.search(r"url\(\s*[\"']?(https?:)?//", path.read_text(encoding="utf-8")), path


@each_course
def test_every_link_within_the_site_and_every_anchor_resolves(built: Built) -> None:
    pages = {path.resolve(): parsed(path.read_text(encoding="utf-8")) for path in built.site.folder.rglob("*.html")}
    broken = []
    for path, page in pages.items():
        for link in page.iter("a"):
            address, _, anchor = link.get("href", "").partition("#")
            if re.match(r"[a-z]+:|/", address) or path.name == "404.html":
                continue
            target = (path.parent / address).resolve() if address else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (anchor and target in pages and not has_id(pages[target], anchor)):
                broken.append((str(path), link.get("href")))
    assert broken == []


def has_id(page: Element, anchor: str) -> bool:
    """Whether a page has the place that an anchor names; a deck also takes `/2`, a slide's number."""
    return anchor.startswith("/") or any(element.get("id") == anchor for element in page.iter())


@each_course
def test_no_machine_is_named_in_the_site(built: Built) -> None:
    for path in built.site.folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert str(ROOT) not in text, path
        assert str(built.root) not in text, path
        assert str(Path.home()) + "/" not in text, path
