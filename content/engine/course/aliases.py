"""Other words for a page or a section, by which readers look for it: `aliases` in the front matter of its page.

    aliases:
      page: [mutex, critical section]
      the-same-thread-twice: [reentrant lock]

The search finds the section by them; nothing else shows them.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import yaml

from content.engine.course import course, texts
from snippets.engine.program.problem import Problem, near

KEY = "aliases"
PAGE = "page"  # stands for the page itself, where a section is named by its anchor
SHAPE = "Write such as nogil: [GIL, no lock], an anchor and a list of words."


def of(text: str) -> dict[str, list[str]]:
    """The aliases that a page's text gives, by the anchor of a section; by nothing for the page itself."""
    said = texts.front_matter(text).get(KEY)
    given = said if isinstance(said, dict) else {}
    return {"" if anchor == PAGE else anchor: words for anchor, words in given.items() if _is_list_of_words(words)}


def problems(root: Path, sections: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Which aliases of all pages are none, or lead to none of the `sections` that pages have, as their paths say."""
    for path in course.pages(root):
        text = texts.read(path)
        if KEY in texts.front_matter(text):
            name = course.place_of(root, path).path
            yield from _problems(text, name, {PAGE, *sections.get(name, ())})


def _problems(text: str, path: str, known: Collection[str]) -> Iterator[Problem]:
    found, mapping = _nodes(text)
    if not isinstance(mapping, yaml.MappingNode):
        yield Problem(path, found.start_mark.line + 2, "The aliases are no list of sections and words.", SHAPE)
        return
    for key, words in mapping.value:
        line, anchor = key.start_mark.line + 2, str(key.value)
        if anchor not in known:
            yield Problem(path, line, f"The page has no section '{anchor}', which has aliases.", near(anchor, known))
        if not _is_list_of_words(yaml.SafeLoader("").construct_document(words)):
            yield Problem(path, line, f"The aliases of '{anchor}' are no list of words.", SHAPE)


def _nodes(text: str) -> tuple[yaml.Node, yaml.Node]:
    """The name `aliases` in the front matter of a text that has it, and what it stands for, with their places."""
    found = texts.FRONT_MATTER.match(text)
    root = yaml.compose(found["yaml"], yaml.SafeLoader) if found else None
    assert isinstance(root, yaml.MappingNode)
    return next((key, value) for key, value in root.value if key.value == KEY)


def _is_list_of_words(words: object) -> bool:
    return isinstance(words, list) and bool(words) and all(isinstance(word, str) for word in words)
