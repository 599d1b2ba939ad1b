"""Zensical, successor of Material for MkDocs, builds the same pages; CONTRIBUTING.md says what is lost there.

This is about this course alone, of which CONTRIBUTING.md speaks.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from content.engine.course import texts
from content.engine.fence.listing import OF_COLOUR
from content.engine.site import repository
from tests.support.pythons import needs
from tests.support.site import ROOT, Site, Tree, once, outputs, text_of, with_class
from tests.support.small import environment

pytestmark = needs("zensical")
Check = Callable[[Site], bool]
MISTAKE = '# Mistake\n\n```python exec="on" file="greetings/helo.py"\n```\n'


def zensical(root: Path) -> subprocess.CompletedProcess[str]:
    """Build the pages of the course at `root` strictly by Zensical, into its `site/`, with the same mkdocs.yml."""
    command = [str(Path(sys.executable).parent / "zensical"), "build", "--strict"]
    return subprocess.run(
        command, cwd=root, env=environment(), capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, worker_id: str, site: Site) -> Site:
    """The pages of the real course as Zensical builds them, and one more, with a mistake."""
    assert site.folder.is_dir()  # and so the runs of the course are kept
    with once(tmp_path_factory, worker_id, "zensical") as (folder, is_new):
        log = folder.with_suffix(".log")
        if is_new:
            folder.mkdir()
            shutil.copy(ROOT / "mkdocs.yml", folder)
            shutil.copytree(ROOT / "content", folder / "content")  # it takes no link to a folder elsewhere
            (folder / "content" / "mistake.md").write_text(MISTAKE, encoding="utf-8")
            built = zensical(folder)
            log.write_text(f"{built.stdout}{built.stderr}\nexit status {built.returncode}\n", encoding="utf-8")
    return Site(folder / "site", log.read_text(encoding="utf-8"))


def has_decks(site: Site) -> bool:
    return (site.folder / "slides" / "locks" / "index.html").is_file()


def has_links_to_slides(site: Site) -> bool:
    return with_class(site.page("lessons/locks"), "to-slide") != []


def has_downloads(site: Site) -> bool:
    zips = ("programs.zip", "exercises/locks/safe_account.zip")
    return all((site.folder / name).is_file() for name in zips) and has_links_to_programs(site)


def has_links_to_programs(site: Site) -> bool:
    return with_class(site.page("lessons/locks"), "program-files") != []


def has_its_look(site: Site) -> bool:
    made = [site.folder / "assets" / name for name in ("fonts/sans.woff", "share.png")]
    return all(path.is_file() for path in made) and "--lesson:" in (site.folder / "index.html").read_text("utf-8")


def has_meanings(site: Site) -> bool:
    return with_class(site.page("lessons/locks"), "term") != []


def has_feet(site: Site) -> bool:
    return with_class(site.page("lessons/locks"), "page-foot") != []


def has_ticks(site: Site) -> bool:
    return any(one.get("name") == "course:exercises" for one in site.page("lessons/locks").iter("meta"))


def has_pages_as_markdown(site: Site) -> bool:
    return (site.folder / "llms.txt").is_file() and (site.folder / "lessons" / "locks.md").is_file()


def tells_mistakes_in_its_log(site: Site) -> bool:
    return "helo.py" in site.log or not (site.folder / "mistake").is_dir()


def has_messages_and_programs_in_its_search(site: Site) -> bool:
    names = ("search.json", "search/entries.json")
    [index] = [path for path in (site.folder / name for name in names) if path.is_file()]
    return '"title":"RuntimeError: threads can only be started once"' in index.read_text(encoding="utf-8")


OF_GIT = "The day of the last change, and links to edit a page or to report an output."
LOST: dict[str, Check] = {
    "The decks: links to them lead nowhere. `python -m slides` writes them alone.": has_decks,
    "The link from a section to its slide.": has_links_to_slides,
    "Programs and exercises for download, one by one and all together.": has_downloads,
    "The fonts, the picture for links, and the numbers of the lessons in the sidebar.": has_its_look,
    OF_GIT: has_feet,
    "What a term means, where it is linked.": has_meanings,
    "A box to tick at each exercise.": has_ticks,
    "What the search finds besides sections: messages, programs, and the words of authors.": (
        has_messages_and_programs_in_its_search
    ),
    "Pages as Markdown, and `llms.txt`.": has_pages_as_markdown,
    "Warnings of mistakes: they stand on the page alone, and a strict build succeeds.": tells_mistakes_in_its_log,
}
LOST_FILES = r"slides/.*|programs/.*\.(py|orders\.json)|programs\.zip|exercises/.*\.zip|.*\.md|llms\.txt"
LOST_FILES += r"|assets/(fonts/.*|share\.png|pages\.(css|js))"
LOST_CLASSES = {"program-files", "term", "to-slide"}
OF_THE_THEME = r"assets/(images|javascripts|stylesheets)/.*|search/.*"


def article(site: Site, address: str) -> Tree:
    """What a page says, without header, navigation and footer."""
    [found] = [one for one in site.pages()[address].iter("article") if "md-content__inner" in one.get("class", "")]
    return found


def articles(site: Site) -> dict[str, Tree]:
    """What every page of the course says, by address; there are neither decks nor the page of a mistake among them."""
    names = [path.relative_to(ROOT / "content").with_suffix("").as_posix() for path in texts.pages(ROOT)]
    addresses = [f"{name.removesuffix('/index')}/index.html" if name != "index" else "index.html" for name in names]
    return {address: article(site, address) for address in addresses}


def sources(tree: Tree) -> list[str]:
    """The listings of a page."""
    return [text_of(code) for listing in with_class(tree, "highlight") for code in listing.iter("code")]


def classes(tree: Tree) -> set[str]:
    """The names of all classes on a page."""
    return {name for element in tree.iter() for name in element.get("class", "").split()}


def test_it_builds_with_the_configuration_of_mkdocs(pages: Site) -> None:
    assert "No issues found" in pages.log
    assert pages.log.endswith("exit status 0\n")


def test_every_page_has_its_programs_and_the_same_runs(pages: Site, site: Site) -> None:
    theirs = articles(pages)
    for address, ours in articles(site).items():
        assert outputs(theirs[address]) == outputs(ours), address
        assert sources(theirs[address]) == sources(ours), address


@pytest.mark.parametrize("sentence", LOST)
def test_what_is_said_to_be_lost_is_lost_there_and_only_there(sentence: str, pages: Site, site: Site) -> None:
    kept = LOST[sentence](site) or (sentence == OF_GIT and not repository.days(ROOT))
    assert (kept, LOST[sentence](pages)) == (True, False)


def test_contributing_says_exactly_what_is_lost() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("\n## Without MkDocs\n")[2]
    section = re.sub(r"\n +", " ", text.partition("\n## ")[0])
    assert re.findall(r"^- (.+)$", section, re.MULTILINE) == list(LOST)


def test_no_other_file_is_lost(pages: Site, site: Site) -> None:
    ours, theirs = (
        {path.relative_to(one.folder).as_posix() for path in one.folder.rglob("*") if path.is_file()}
        for one in (site, pages)
    )
    assert [name for name in sorted(ours - theirs) if not re.fullmatch(f"{LOST_FILES}|{OF_THE_THEME}", name)] == []


def test_no_other_part_of_a_page_is_lost(pages: Site, site: Site) -> None:
    theirs = articles(pages)
    lost = {name for address, ours in articles(site).items() for name in classes(ours) - classes(theirs[address])}
    by_script = {"md-code__content"}  # there, the script of the theme gives it
    by_colour = {*OF_COLOUR}  # words that are alike have one class in place of several
    assert lost - {"page-foot"} - by_script - by_colour == LOST_CLASSES


def test_a_mistake_stands_on_its_page(pages: Site) -> None:
    [problem] = with_class(article(pages, "mistake/index.html"), "run-problem")
    assert "There is no program snippets/greetings/helo.py." in text_of(problem)


def test_what_stands_in_place_of_lines_is_there(pages: Site) -> None:
    texts = [text_of(article(pages, f"{name}index.html")) for name in ("", "teaching/", "programs/", "errors/")]
    assert not re.search(r"^::: ", "\n".join(texts), re.MULTILINE)
    assert with_class(article(pages, "index.html"), "lesson-map")
