"""Claims of content/engine/site/compiled.py."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from content.engine.site.compiled import Compiled
from snippets.engine.runs.cache import Cache

TEXTS = {"page.html": "{{ greeting }}, reader"}


def environment(folder: Path, texts: dict[str, str] = TEXTS) -> Environment:
    """An environment as each build makes one anew."""
    return Environment(loader=DictLoader(texts), autoescape=True, bytecode_cache=Compiled(Cache(folder)))


def said(env: Environment) -> str:
    return env.get_template("page.html").render(greeting="Good day")


def test_a_template_is_compiled_in_the_first_build_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(environment(tmp_path)) == "Good day, reader"
    later = environment(tmp_path)
    monkeypatch.setattr(Environment, "_generate", lambda *_, **__: pytest.fail("compiled again"))
    assert said(later) == "Good day, reader"


def test_a_template_that_was_edited_is_compiled_again(tmp_path: Path) -> None:
    said(environment(tmp_path))
    assert said(environment(tmp_path, {"page.html": "{{ greeting }}, teacher"})) == "Good day, teacher"


@pytest.mark.parametrize("damaged", ["no base64", "", "bm8gYnl0ZWNvZGU="])
def test_a_kept_template_that_cannot_be_read_is_compiled_again(tmp_path: Path, damaged: str) -> None:
    said(environment(tmp_path))
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    Cache(tmp_path).put_text(kept.stem, damaged)
    assert said(environment(tmp_path)) == "Good day, reader"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert said(environment(tmp_path / "file")) == "Good day, reader"
