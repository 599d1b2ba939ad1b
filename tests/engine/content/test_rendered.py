"""A text is taken with all that extensions include in it, up to where its fences are looked at."""

from pathlib import Path

import pytest
from pymdownx.snippets import SnippetMissingError

from content.engine.site.rendered import Rendering, whole
from tests.support.small import LESSON, configuration

INCLUDING = '# Tea\n\n--8<-- "cup.md"\n'


def rendering(folder: Path, **settings: object) -> Rendering:
    """The extensions of the site, and one that includes texts from a folder."""
    config = configuration()
    snippets = {"base_path": [str(folder)], **settings}
    configs = {**config.mdx_configs, "pymdownx.snippets": snippets}
    return Rendering(repr(snippets), [*config.markdown_extensions, "pymdownx.snippets"], configs)


def test_a_text_within_a_text_that_is_included_belongs_to_it(tmp_path: Path) -> None:
    (tmp_path / "cup.md").write_text('A cup.\n--8<-- "pot.md"\n', encoding="utf-8")
    (tmp_path / "pot.md").write_text("A pot.\n", encoding="utf-8")
    assert whole(INCLUDING, rendering(tmp_path)).split() == ["#", "Tea", "A", "cup.", "A", "pot."]


def test_what_is_included_is_looked_up_each_time(tmp_path: Path) -> None:
    for text in ("A cup.", "A mug."):
        (tmp_path / "cup.md").write_text(text, encoding="utf-8")
        assert text in whole(INCLUDING, rendering(tmp_path))


def test_fences_and_texts_that_include_nothing_stay_as_they_are(tmp_path: Path) -> None:
    assert whole(LESSON, rendering(tmp_path)).strip() == LESSON.strip()


def test_an_extension_that_refuses_a_text_does_so_here(tmp_path: Path) -> None:
    with pytest.raises(SnippetMissingError):
        whole(INCLUDING, rendering(tmp_path, check_paths=True))
