"""A deck to take along: one file, a PDF, a handout, and downloads that are those of this very deck."""

import sys
from pathlib import Path

import pytest

from slides import __main__ as command
from slides.engine import chromium, takeaway
from tests.support.pythons import needs
from tests.support.site import ROOT, parsed, text_of

PAGE = """<!doctype html>
<html><head><title>Tea &amp; milk</title>
<link rel="stylesheet" href="../assets/deck.css"><link rel="stylesheet" href="../assets/deck.css" media="print"></head>
<body><div class="slides">
<section id="tea"><h1>Tea</h1></section>
<section id="pot"><h2>Pot</h2><p>Pour.</p><aside class="notes"><p>Note: slowly.</p></aside></section>
</div><script src="../assets/deck.js"></script></body></html>
"""


@pytest.fixture
def assets(tmp_path: Path) -> dict[str, Path]:
    """A style and a script that a page loads."""
    texts = {"deck.css": "p { color: red }\n", "deck.js": r'const a = "</script>\1";' + "\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return {name: tmp_path / name for name in texts}


def test_the_one_file_holds_the_styles_and_scripts_that_the_page_loads(assets: dict[str, Path]) -> None:
    page = takeaway.standalone(PAGE, assets)
    assert '<style>\np { color: red }\n</style><style media="print">\np { color: red }\n</style>' in page
    assert "../assets/" not in page
    assert 'src="' not in page


def test_a_script_that_speaks_of_scripts_does_not_end_where_it_does(assets: dict[str, Path]) -> None:
    [script] = parsed(takeaway.standalone(PAGE, assets)).iter("script")
    assert text_of(script).strip() == r'const a = "<\/script>\1";'


def test_downloads_count_only_if_they_were_made_of_these_very_slides(tmp_path: Path, assets: dict[str, Path]) -> None:
    assert takeaway.made_of(tmp_path, assets, "slides") == []
    for name in ("slides.pdf", "slides.html", "other.pdf"):
        (tmp_path / name).touch()
    assert takeaway.made_of(tmp_path, assets, "slides") == []
    (tmp_path / takeaway.MADE_OF).write_text(takeaway.digest(assets, "slides"), encoding="utf-8")
    assert [path.name for path in takeaway.made_of(tmp_path, assets, "slides")] == ["slides.pdf", "slides.html"]
    assert takeaway.made_of(tmp_path, assets, "other slides") == []


@needs("playwright")
def test_without_a_browser_printing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "installed", lambda: None)
    with pytest.raises(takeaway.CannotPrintError, match=r"No Chromium was found: install .*"), takeaway.printer({}):
        pass


def test_without_playwright_printing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    with pytest.raises(takeaway.CannotPrintError, match=r"pip install .*\[pdf\]"), takeaway.printer({}):
        pass


def test_the_command_writes_each_deck_and_one_file_for_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = small_course(tmp_path)
    assert command.main(root, standalone=True) == 0
    folder = root / "build" / "slides" / "tea"
    assert capsys.readouterr().out.split() == ["build/slides/tea/index.html", "build/slides/tea/slides.html"]
    page, one_file = (folder / name for name in ("index.html", "slides.html"))
    assert "Pour." in page.read_text(encoding="utf-8")
    tree = parsed(one_file.read_text(encoding="utf-8"))
    asked = [
        element.get("src") or element.get("href") or ""
        for kind in ("script", "link", "img")
        for element in tree.iter(kind)
    ]
    assert [address for address in asked if address and not address.startswith("data:")] == []


def test_what_was_taken_along_of_an_older_deck_is_not_kept(tmp_path: Path) -> None:
    root = small_course(tmp_path)
    deck = root / "slides" / "decks" / "tea.md"
    kept = root / "build" / "slides" / "tea" / "slides.html"
    assert command.main(root, standalone=True) == 0
    assert command.main(root) == 0
    assert kept.exists()
    deck.write_text(deck.read_text(encoding="utf-8").replace("Pour.", "Drink."), encoding="utf-8")
    assert command.main(root) == 0
    assert not kept.exists()


def test_a_mistake_in_an_outline_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_course(tmp_path)
    deck = root / "slides" / "decks" / "tea.md"
    deck.write_text(deck.read_text(encoding="utf-8").replace("Pour.", "![](pot.png)"), encoding="utf-8")
    assert command.main(root) == 1
    assert capsys.readouterr().err.startswith("slides/decks/tea.md:7: An image without text. ")
    assert not (root / "build").exists()


def small_course(root: Path) -> Path:
    """A course of one lesson without programs, and its deck of two slides."""
    texts = {
        "mkdocs.yml": f"INHERIT: {ROOT}/mkdocs.yml\nhooks: []\nwatch: []\n"
        f"theme: {{ custom_dir: {ROOT}/content/overrides }}\n",
        "content/lessons/tea.md": "# Tea\n",
        "slides/decks/tea.md": '# Tea {minutes="1"}\n\n---\n\n## Pot {minutes="2"}\n\nPour.\n\n'
        "/// html | aside.notes\nNote: slowly.\n///\n",
    }
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def test_a_pdf_tells_no_time_and_keeps_its_length() -> None:
    pdf = b"%PDF-1.4\n/CreationDate (D:20261122192908+00'00')\n/ModDate (D:20261122192908+00'00')>> 20261122192908"
    undated = takeaway.undated(pdf)
    assert undated.count(b"(D:20000101000000+00'00')") == 2
    assert (len(undated), undated[-14:]) == (len(pdf), b"20261122192908")


def test_downloads_are_of_a_deck_only_as_long_as_it_is_shown_with_the_same_styles(
    tmp_path: Path, assets: dict[str, Path]
) -> None:
    (tmp_path / takeaway.MADE_OF).write_text(takeaway.digest(assets, "slides"), encoding="utf-8")
    (tmp_path / "slides.pdf").touch()
    assert takeaway.made_of(tmp_path, assets, "slides") == [tmp_path / "slides.pdf"]
    assets["deck.css"].write_text("p { color: blue }\n", encoding="utf-8")
    assert takeaway.made_of(tmp_path, assets, "slides") == []
