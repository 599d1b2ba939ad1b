"""The glossary explains every term, in order, and each lesson links a term where it first uses it, and only there."""

import re
from dataclasses import dataclass
from functools import cache

from markdown.extensions.toc import slugify

from tests.support.course import Course, each, each_course, each_taught_lesson

MOST_SENTENCES = 3  # that explain a term
EXPLAINED_IN = re.compile(r"\[[^\]]+\]\(lessons/(\w+)\.md#[\w-]+\)")
LINK = re.compile(r"\[(?P<text>[^\]]*)\]\(\.\./glossary\.md#(?P<anchor>[\w-]+)\)")

# What is not prose, in the order in which it is taken out.
NOT_PROSE = (
    re.compile(r"\A---\n.*?\n---\n", re.DOTALL),  # front matter
    re.compile(r"^([ \t]*)(`{3,}).*?^\1\2[ \t]*$", re.DOTALL | re.MULTILINE),  # fences
    re.compile(r"^<(figure|svg)\b.*?^</\1>$", re.DOTALL | re.MULTILINE),
    re.compile(r"^!!! abstract.*\n(?:[ \t]*\n| {4}.*\n)*", re.MULTILINE),
    re.compile(r"^(?:#|[ \t]*(?:!!!|\?\?\?|\|)).*$", re.MULTILINE),  # headings, titles of boxes, tables
    re.compile(r"\[[^\]]*\]\((?!\.\./glossary\.md)[^)]*\)"),  # other links
    re.compile(r"(`+)[^`]+?\1"),  # code in a sentence
)


@dataclass(frozen=True)
class Link:
    """A link from a lesson to a term: the words that are linked, and where they stand in the lesson."""

    anchor: str
    text: str
    start: int


@dataclass(frozen=True)
class Entry:
    """A term of a glossary, and the text that explains it."""

    term: str
    text: str

    def __str__(self) -> str:
        return self.term


def entries(course: Course) -> list[Entry]:
    """The entries of a course's glossary, in the order of the page."""
    page = course.text("content/glossary.md")
    parts = re.split(r"^### (.+)\n", page, flags=re.MULTILINE)[1:]
    texts = [re.sub(r"^## .*$", "", text, flags=re.MULTILINE) for text in parts[1::2]]
    return [Entry(term, " ".join(text.split())) for term, text in zip(parts[::2], texts, strict=True)]


def terms(course: Course) -> list[str]:
    """The terms of a course's glossary, in the order of the page."""
    return [entry.term for entry in entries(course)]


each_entry = each("entry", entries)
each_term = each("term", terms)


def anchor_of(term: str) -> str:
    """The anchor that MkDocs gives the heading of a term."""
    return slugify(term, "-")


def blank(match: re.Match[str]) -> str:
    """Spaces in place of a text, so that what follows keeps its place."""
    return re.sub(r"[^\n]", " ", match.group())


def source(course: Course, lesson: str) -> str:
    """The Markdown of a lesson."""
    return course.page(lesson).read_text(encoding="utf-8")


def prose(course: Course, lesson: str) -> str:
    """The sentences of a lesson, each at its place, and nothing else."""
    return without_marks(source(course, lesson))


@cache
def without_marks(text: str) -> str:
    """The sentences of a Markdown text, each at its place, and nothing else."""
    for pattern in NOT_PROSE:
        text = pattern.sub(blank, text)
    return text


def links(course: Course, lesson: str) -> list[Link]:
    """The links from the sentences of a lesson to the glossary."""
    return [
        Link(match["anchor"], match["text"].strip(), match.start()) for match in LINK.finditer(prose(course, lesson))
    ]


def without_links_to_others(course: Course, lesson: str, term: str) -> str:
    """The sentences of a lesson, without the words that are linked to another term than this."""

    def others(match: re.Match[str]) -> str:
        return match.group() if match["anchor"] == anchor_of(term) else blank(match)

    return LINK.sub(others, prose(course, lesson))


def named(words: str, text: str) -> bool:
    """Whether a text has these words, in the singular or the plural."""
    pattern = re.escape(words).replace(r"\ ", r"\s+")
    return re.search(rf"(?<![\w-]){pattern}(?:e?s)?(?![\w-])", text, re.IGNORECASE) is not None


@each_entry
def test_a_term_has_a_short_text_and_a_link_to_the_section_that_explains_it(course: Course, entry: Entry) -> None:
    explanation, see, places = entry.text.partition(" See [")
    assert see, f"{entry}: end with 'See [lesson: section](lessons/lesson.md#section).'"
    assert 1 <= len(re.findall(r"[.!?](?=\s|$)", explanation)) <= MOST_SENTENCES
    lessons = EXPLAINED_IN.findall("[" + places)
    assert lessons
    assert set(lessons) <= set(course.taught)


@each_course
def test_the_terms_are_in_alphabetical_order_below_their_letters(course: Course) -> None:
    page = course.text("content/glossary.md")
    headings = [heading.casefold() for heading in re.findall(r"^#{2,3} (.+)$", page, re.MULTILINE)]
    folded = {term.casefold() for term in terms(course)}
    letters = {term[0] for term in folded}
    assert headings == sorted([*folded, *letters])


@each_course
def test_no_two_terms_share_an_anchor(course: Course) -> None:
    assert len({anchor_of(term) for term in terms(course)}) == len(terms(course))


@each_taught_lesson
def test_a_lesson_links_its_terms_to_the_glossary(course: Course, lesson: str) -> None:
    anchors = {link.anchor for link in links(course, lesson)}
    assert anchors <= {anchor_of(term) for term in terms(course)}
    assert lesson in course.drafts or len(anchors) >= course.terms


@each_taught_lesson
def test_links_to_the_glossary_stand_in_sentences(course: Course, lesson: str) -> None:
    assert source(course, lesson).count("glossary.md#") == len(links(course, lesson)), "not in headings, code or titles"


@each_term
def test_every_term_is_linked_from_a_lesson(course: Course, term: str) -> None:
    assert [lesson for lesson in course.taught if anchor_of(term) in {link.anchor for link in links(course, lesson)}]


@each_taught_lesson
def test_no_term_is_linked_twice_in_a_lesson(course: Course, lesson: str) -> None:
    anchors = [link.anchor for link in links(course, lesson)]
    assert sorted(anchors) == sorted(set(anchors))


@each_taught_lesson
def test_a_term_is_linked_where_a_lesson_first_uses_it(course: Course, lesson: str) -> None:
    late = []
    for term, link in (
        (term, link) for term in terms(course) for link in links(course, lesson) if link.anchor == anchor_of(term)
    ):
        before = without_links_to_others(course, lesson, term)[: link.start]
        late += [words for words in {term, link.text} - {""} if named(words, before)]
    assert late == [], "link the first use, not a later one"


@each_taught_lesson
def test_every_term_that_a_lesson_names_is_linked_there(course: Course, lesson: str) -> None:
    linked = {link.anchor for link in links(course, lesson)}
    missing = [
        term
        for term in terms(course)
        if anchor_of(term) not in linked
        and (lesson, term) not in course.other_senses
        and named(term, without_links_to_others(course, lesson, term))
    ]
    assert missing == [], (
        "link their first use to ../glossary.md, or name their other sense in the description of the course"
    )
