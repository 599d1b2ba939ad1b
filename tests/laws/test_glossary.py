"""The glossary explains every term, in order, and each lesson links a term where it first uses it, and only there."""

import re
from dataclasses import dataclass
from functools import cache

import pytest
from markdown.extensions.toc import slugify

from tests.laws.test_every_lesson import DRAFTS
from tests.support.site import ROOT

LESSONS = sorted(
    path.stem for path in (ROOT / "content" / "lessons").glob("*.md") if path.stem != "exercises"
)  # the hub teaches nothing
LEAST = 10  # terms that a finished lesson links at the least
MOST_SENTENCES = 3  # that explain a term
EXPLAINED_IN = re.compile(r"\[[^\]]+\]\(lessons/(\w+)\.md#[\w-]+\)")
LINK = re.compile(r"\[(?P<text>[^\]]*)\]\(\.\./glossary\.md#(?P<anchor>[\w-]+)\)")

# Words of a lesson that are not the term of the glossary.
OTHER_SENSES = {
    ("locks", "Future"),  # the future of many programs
    ("two_smoking_barrels", "Condition"),  # what a deadlock needs
    ("two_smoking_barrels", "Fork"),  # the philosophers eat with forks
    ("stocks", "Signal"),  # what threads tell each other
}

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


@cache
def entries() -> tuple[tuple[str, str], ...]:
    """The terms of the glossary and their texts, in the order of the page."""
    page = (ROOT / "content" / "glossary.md").read_text(encoding="utf-8")
    parts = re.split(r"^### (.+)\n", page, flags=re.MULTILINE)[1:]
    texts = [re.sub(r"^## .*$", "", text, flags=re.MULTILINE) for text in parts[1::2]]
    return tuple((term, " ".join(text.split())) for term, text in zip(parts[::2], texts, strict=True))


TERMS = [term for term, _ in entries()]


def anchor_of(term: str) -> str:
    """The anchor that MkDocs gives the heading of a term."""
    return slugify(term, "-")


def blank(match: re.Match[str]) -> str:
    """Spaces in place of a text, so that what follows keeps its place."""
    return re.sub(r"[^\n]", " ", match.group())


def source(lesson: str) -> str:
    """The Markdown of a lesson."""
    return (ROOT / "content" / "lessons" / f"{lesson}.md").read_text(encoding="utf-8")


@cache
def prose(lesson: str) -> str:
    """The sentences of a lesson, each at its place, and nothing else."""
    text = source(lesson)
    for pattern in NOT_PROSE:
        text = pattern.sub(blank, text)
    return text


def links(lesson: str) -> list[Link]:
    """The links from the sentences of a lesson to the glossary."""
    return [Link(match["anchor"], match["text"].strip(), match.start()) for match in LINK.finditer(prose(lesson))]


def without_links_to_others(lesson: str, term: str) -> str:
    """The sentences of a lesson, without the words that are linked to another term than this."""

    def others(match: re.Match[str]) -> str:
        return match.group() if match["anchor"] == anchor_of(term) else blank(match)

    return LINK.sub(others, prose(lesson))


def named(words: str, text: str) -> bool:
    """Whether a text has these words, in the singular or the plural."""
    pattern = re.escape(words).replace(r"\ ", r"\s+")
    return re.search(rf"(?<![\w-]){pattern}(?:e?s)?(?![\w-])", text, re.IGNORECASE) is not None


@pytest.mark.parametrize(("term", "text"), entries(), ids=TERMS)
def test_a_term_has_a_short_text_and_a_link_to_the_section_that_explains_it(term: str, text: str) -> None:
    explanation, see, places = text.partition(" See [")
    assert see, f"{term}: end with 'See [lesson: section](lessons/lesson.md#section).'"
    assert 1 <= len(re.findall(r"[.!?](?=\s|$)", explanation)) <= MOST_SENTENCES
    lessons = EXPLAINED_IN.findall("[" + places)
    assert lessons
    assert set(lessons) <= set(LESSONS)


def test_the_terms_are_in_alphabetical_order_below_their_letters() -> None:
    page = (ROOT / "content" / "glossary.md").read_text(encoding="utf-8")
    headings = [heading.casefold() for heading in re.findall(r"^#{2,3} (.+)$", page, re.MULTILINE)]
    terms = sorted({term.casefold() for term in TERMS})
    letters = sorted({term[0] for term in terms})
    assert headings == sorted([*terms, *letters])


def test_no_two_terms_share_an_anchor() -> None:
    assert len({anchor_of(term) for term in TERMS}) == len(TERMS)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_links_its_terms_to_the_glossary(lesson: str) -> None:
    anchors = {link.anchor for link in links(lesson)}
    assert anchors <= {anchor_of(term) for term in TERMS}
    assert lesson in DRAFTS or len(anchors) >= LEAST


@pytest.mark.parametrize("lesson", LESSONS)
def test_links_to_the_glossary_stand_in_sentences(lesson: str) -> None:
    assert source(lesson).count("glossary.md#") == len(links(lesson)), "not in headings, code or titles"


@pytest.mark.parametrize("term", TERMS)
def test_every_term_is_linked_from_a_lesson(term: str) -> None:
    assert [lesson for lesson in LESSONS if anchor_of(term) in {link.anchor for link in links(lesson)}]


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_term_is_linked_twice_in_a_lesson(lesson: str) -> None:
    anchors = [link.anchor for link in links(lesson)]
    assert sorted(anchors) == sorted(set(anchors))


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_term_is_linked_where_a_lesson_first_uses_it(lesson: str) -> None:
    late = []
    for term, link in ((term, link) for term in TERMS for link in links(lesson) if link.anchor == anchor_of(term)):
        before = without_links_to_others(lesson, term)[: link.start]
        late += [words for words in {term, link.text} - {""} if named(words, before)]
    assert late == [], "link the first use, not a later one"


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_term_that_a_lesson_names_is_linked_there(lesson: str) -> None:
    linked = {link.anchor for link in links(lesson)}
    missing = [
        term
        for term in TERMS
        if anchor_of(term) not in linked
        and (lesson, term) not in OTHER_SENSES
        and named(term, without_links_to_others(lesson, term))
    ]
    assert missing == [], "link their first use to ../glossary.md, or name their other sense in OTHER_SENSES"
