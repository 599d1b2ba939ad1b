"""MkDocs runs what changed, counts every problem as a warning, and gets the decks as pages of its own."""

import logging
import os
import posixpath
import re
import shlex
import shutil
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from content.engine.fence.extension import place
from content.engine.fence.header import Place
from content.engine.site import fonts, hooks, repository
from slides.engine import deck
from snippets.engine.program.interpreters import building
from snippets.engine.runs.cache import UNUSED, Cache
from tests.support.site import ROOT, Site, build, logged, outputs, text_of, with_class
from tests.support.small import HELLO, LESSON, SmallCourse, environment, warnings

HELP = "about/#run-the-programs"
BAD = '```python exec="on" file="greetings/helo.py"\n```\n'


@pytest.fixture
def config(small: SmallCourse) -> Iterator[MkDocsConfig]:
    config = load_config(str(small.root / "mkdocs.yml"))
    yield config
    hooks.on_post_build(config)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a course with a link from its lesson to its deck and one to a deck that is not there."""
    small = SmallCourse(tmp_path_factory.mktemp("course"))
    links = "[deck](../slides/greetings/index.html) [none](../slides/none/index.html)"
    small.write("content/lessons/greetings.md", f"{LESSON}\n{links}\n")
    built = small.build()
    return Site(small.root / "site", built.stdout + built.stderr)


def told(config: MkDocsConfig, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the first step of a build warns of."""
    with caplog.at_level(logging.WARNING, "mkdocs"):
        hooks.on_pre_build(config)
    assert {record.name for record in caplog.records} <= {"mkdocs.course"}
    return caplog.messages


def test_a_program_that_cannot_be_run_at_all_ends_the_build_with_one_line(
    small: SmallCourse, config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = replace(building(), path=str(small.root / "python"))
    monkeypatch.setattr("snippets.engine.program.interpreters.building", lambda: gone)
    with pytest.raises(
        PluginError, match=r"snippets/greetings/hello\.py:1: It cannot be run: .*No such file"
    ) as raised:
        hooks.on_pre_build(config)
    assert "\n" not in str(raised.value)


def page_place(small: SmallCourse, config: MkDocsConfig, text: str) -> Place:
    """Where the text of a page comes from, as the Markdown extension gets to know it."""
    small.write("content/index.md", text)
    file = File("index.md", config.docs_dir, config.site_dir, config.use_directory_urls)
    page = Page(None, file, config)
    page.read_source(config)
    assert page.markdown is not None
    hooks.on_page_markdown(page.markdown, page=page, config=config)
    return place.get()


def test_the_course_is_the_folder_of_its_configuration(small: SmallCourse, config: MkDocsConfig) -> None:
    assert hooks.root_of(config) == small.root


def test_the_markdown_extension_gets_to_know_the_course(small: SmallCourse, config: MkDocsConfig) -> None:
    hooks.on_config(config)
    assert config.mdx_configs["content.engine.fence.extension"] == {"root": str(small.root), "help": HELP}
    assert config.mdx_configs["toc"]["permalink"] is True


def test_pages_know_where_they_are_edited_and_the_header_asks_no_other_host(
    config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_REPOSITORY", "https://github.com/teachers/threads")
    hooks.on_config(config)
    page = Page(None, File("lessons/tea.md", config.docs_dir, config.site_dir, use_directory_urls=True), config)
    assert page.edit_url == "https://github.com/teachers/threads/edit/main/content/lessons/tea.md"
    assert config.repo_url is None


def test_a_repository_that_cannot_be_one_ends_the_build_with_advice(
    small: SmallCourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_REPOSITORY", "threads")
    built = small.build()
    assert built.returncode == 1
    assert "COURSE_REPOSITORY is 'threads'. Write https://github.com/owner/name" in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr


def test_the_sitemap_is_ours(config: MkDocsConfig) -> None:
    hooks.on_config(config)
    assert "sitemap.xml" not in config.theme.static_templates
    assert "404.html" in config.theme.static_templates


def test_a_course_without_mistakes_is_built_without_a_warning(
    config: MkDocsConfig, caplog: pytest.LogCaptureFixture
) -> None:
    assert told(config, caplog) == []


def test_what_pages_show_is_run_before_they_are_rendered(small: SmallCourse, config: MkDocsConfig) -> None:
    small.write("snippets/greetings/unused.py", "print(1)\n")
    hooks.on_pre_build(config)
    assert small.library.is_kept("greetings/hello.py")
    assert not small.library.is_kept("greetings/unused.py")


def test_every_problem_of_pages_and_decks_is_warned_of_once(
    small: SmallCourse, config: MkDocsConfig, caplog: pytest.LogCaptureFixture
) -> None:
    small.write("content/index.md", BAD)
    small.write("snippets/greetings/hello.py", "print(1)\n\n# /// run\n# timeuot = 2\n# ///\n")
    assert sorted(told(config, caplog)) == [
        "content/index.md:1: There is no program snippets/greetings/helo.py. Did you mean greetings/hello.py?",
        "snippets/greetings/hello.py:4: Unknown declaration 'timeuot'. Did you mean timeout?",
    ]


def test_runs_that_cannot_be_kept_are_warned_of(
    small: SmallCourse, config: MkDocsConfig, caplog: pytest.LogCaptureFixture
) -> None:
    small.write(".cache", "a file where a folder should be")
    assert told(config, caplog) == [
        f"Runs cannot be kept in {small.root}/.cache/runs: Not a directory. The next build runs them again."
    ]


def test_a_run_that_does_not_show_what_it_should_is_told_as_information_and_fails_no_strict_build(
    small: SmallCourse,
) -> None:
    small.bare("{{ page.content }}")
    small.write("snippets/greetings/hello.py", "print('one: 1')\n# /// run\n# shows = 'one > 1'\n# ///\n")
    built = small.build()
    assert built.returncode == 0, built.stderr
    told = "This machine was too busy to show it: one > 1 did not hold in 4 tries"
    assert f"INFO    -  snippets/greetings/hello.py:1: {told}" in built.stdout + built.stderr
    for page in ("lessons/greetings", "slides/greetings"):
        html = (small.root / "site" / page / "index.html").read_text(encoding="utf-8")
        assert html.count('class="not-shown"') == 1


def test_a_number_that_no_output_names_fails_a_strict_build(small: SmallCourse) -> None:
    small.bare("{{ page.content }}")
    small.write("snippets/greetings/hello.py", "print('one: 1')\n# /// run\n# shows = 'two > 1'\n# ///\n")
    built = small.build()
    assert built.returncode == 1
    assert "snippets/greetings/hello.py:1: It has to show 'two > 1', and names no two." in built.stderr + built.stdout


def test_runs_that_nobody_asked_for_are_swept(small: SmallCourse, config: MkDocsConfig) -> None:
    old = small.write(".cache/runs/old.json", "{}")
    recent = small.write(".cache/runs/recent.json", "{}")
    long_ago = time.time() - UNUSED - 60
    os.utime(old, (long_ago, long_ago))
    hooks.on_pre_build(config)
    assert (old.exists(), recent.exists()) == (False, True)


@pytest.mark.parametrize(
    ("front_matter", "first_line"),
    [
        ("", 1),
        ("---\ntitle: One\n---\n", 4),
        ("---\ntitle: One\n---\n\n\n", 6),
        ("---\ntitle: text\ndescription: |\n  text\n  text\n---\n", 7),
        ("title: One\n\n", 3),
    ],
)
def test_lines_of_a_page_are_counted_from_its_front_matter_on(
    small: SmallCourse, config: MkDocsConfig, front_matter: str, first_line: int
) -> None:
    here = page_place(small, config, f"{front_matter}text\n\ntext\n")
    assert (here.path, here.first_line, here.kind) == ("content/index.md", first_line, "lesson")


def test_a_page_of_nothing_begins_with_its_first_line(small: SmallCourse, config: MkDocsConfig) -> None:
    assert page_place(small, config, "").path == "content/index.md"


def test_a_page_that_another_hook_has_changed_is_counted_from_its_first_line(
    small: SmallCourse, config: MkDocsConfig
) -> None:
    small.write("content/index.md", "text\n\ntext\n")
    page = Page(None, File("index.md", config.docs_dir, config.site_dir, use_directory_urls=True), config)
    hooks.on_page_markdown("changed", page=page, config=config)
    assert (place.get().path, place.get().first_line) == ("content/index.md", 1)


def test_a_page_that_is_no_file_has_a_place_too(config: MkDocsConfig) -> None:
    file = File("made/page.md", None, config.site_dir, use_directory_urls=True)
    file.content_string = "text"
    page = Page(None, file, config)
    hooks.on_page_markdown("text", page=page, config=config)
    assert (place.get().path, place.get().first_line) == ("content/made/page.md", 1)


def test_each_deck_is_a_page_of_the_site_with_a_link_to_its_lesson(site: Site) -> None:
    page = site.page("slides/greetings")
    assert outputs(page) == outputs(site.page("lessons/greetings")) == {"greetings/hello.py": ["hello\n"]}
    [link] = with_class(page, "to-lesson")
    assert (site.folder / "slides" / "greetings" / link.get("href", "") / "index.html").resolve().is_file()
    assert text_of(link) == "Lesson"


def test_what_decks_load_is_in_the_site(site: Site, tmp_path: Path) -> None:
    for name, asset in deck.assets(Cache(tmp_path)).items():
        assert (site.folder / "slides" / "assets" / name).read_bytes() == deck.bytes_of(asset)


def test_links_to_decks_are_checked_as_any_others(site: Site) -> None:
    [warning] = warnings(site.log)
    assert "'../slides/none/index.html'" in warning


@pytest.mark.parametrize(
    ("address", "root"), [("index.md", "./"), ("about.md", "../"), ("lessons/greetings.md", "../../")]
)
def test_a_page_knows_the_root_of_the_site_and_the_repository(
    config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch, address: str, root: str
) -> None:
    monkeypatch.setenv(repository.VARIABLE, "https://github.com/teachers/threads")
    file = File(address, config.docs_dir, config.site_dir, use_directory_urls=True)
    file.content_string = "text"
    hooks.on_page_markdown("text", page=Page(None, file, config), config=config)
    assert (place.get().site, place.get().repository) == (root, "https://github.com/teachers/threads")


def test_programs_can_be_downloaded_from_the_site_and_nothing_else_of_the_machinery_is_in_it(site: Site) -> None:
    assert [path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.py")] == [
        "programs/greetings/hello.py"
    ]
    assert (site.folder / "programs/greetings/hello.py").read_text(encoding="utf-8") == HELLO
    assert zipfile.is_zipfile(site.folder / "programs.zip")
    assert list(site.folder.rglob("*.pyc")) == []


def test_a_course_is_built_from_any_folder(small: SmallCourse, tmp_path_factory: pytest.TempPathFactory) -> None:
    target = tmp_path_factory.mktemp("site")
    built = small.python(
        "-c",
        "import os, sys; os.chdir('/'); from mkdocs.__main__ import cli; cli(sys.argv[1:])",
        *("build", "--strict", "--config-file", str(small.root / "mkdocs.yml"), "--site-dir", str(target)),
    )
    assert built.returncode == 0, built.stderr
    assert outputs(Site(target, "").page("lessons/greetings")) == {"greetings/hello.py": ["hello\n"]}


ANY_SCRIPT = """
# Мой урок

## Потоки

{first}
## Example

Text.

## 锁 <b>two</b>

{second}
## Example

Text.

## Own {{#my-own}}

Text.
"""
NAV = "nav: [index.md, about.md, programs.md, lessons/my-lesson.md, lessons/greetings.md]\n"
IN_DECK = '\n---\n\n## {} {{minutes="1"}}\n\n{}\n/// html | aside.notes\nNote: See.\n///\n'


def in_any_script(small: SmallCourse) -> None:
    """Give a course a lesson whose name, titles and programs have letters of any script, hyphens, capitals, digits."""
    first, second = (f'```python exec="on" file="my-lesson/{name}.py"\n```\n' for name in ("01_x", "Upper-Case"))
    for name in ("01_x", "Upper-Case"):
        small.write(f"snippets/my-lesson/{name}.py", f"print('{name}')\n")
    small.write("content/index.md", "# Small Course\n\n## Lessons\n\nThey are on the left.\n")
    small.write("content/programs.md", "# Programs\n\n::: programs\n")
    small.write("mkdocs.yml", (small.root / "mkdocs.yml").read_text(encoding="utf-8").replace("nav: null\n", NAV))
    small.write("content/about.md", "# About\n\n## Run the programs\n\nSo.\n")
    small.write("content/lessons/my-lesson.md", ANY_SCRIPT.format(first=first, second=second))
    slides = [
        IN_DECK.format("Потоки", first),
        IN_DECK.format("锁 two", second),
        *[IN_DECK.format("Example", "Text.\n")] * 2,
    ]
    small.write("slides/decks/my-lesson.md", '# Мой урок {minutes="1"}\n' + "".join(slides))


def dead_links(site: Site) -> list[str]:
    """The links and images of all pages that lead to no file of the site, or to no id of one."""
    pages = site.pages()
    found = []
    for address, page in pages.items():
        for element in page.iter():
            target = element.get("href") or element.get("src") or ""
            parts = urlsplit(target)
            if not target or parts.scheme or parts.netloc or (address == "404.html" and target.startswith("/")):
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(parts.path)))
            path = address if not parts.path else path
            if (site.folder / path).is_dir():
                path = (
                    posixpath.normpath(f"{path}/index.html")
                    if target.split("#")[0][-1:] in "/."
                    else f"{path} (a folder)"
                )
            ids = {one.get("id") for one in pages[path].iter()} if path in pages else set()
            place = unquote(parts.fragment).removeprefix("/")
            if not (site.folder / path).is_file() or (place and path in pages and place not in ids):
                found.append(f"{address}: {target}")
    return found


@pytest.mark.parametrize("more", ["", "use_directory_urls: false\n"], ids=["folders", "files"])
def test_titles_and_names_in_any_script_have_ids_links_and_slides(small: SmallCourse, more: str) -> None:
    in_any_script(small)
    small.write("mkdocs.yml", (small.root / "mkdocs.yml").read_text(encoding="utf-8") + more)
    built = small.build()
    assert built.returncode == 0, built.stderr
    site = Site(small.root / "site", "")
    pages = site.pages()
    page = pages["lessons/my-lesson.html" if more else "lessons/my-lesson/index.html"]
    titles = [one.get("id") for one in page.iter() if one.tag in ("h1", "h2")]
    assert titles == ["мой-урок", "потоки", "example", "锁-two", "example_1", "my-own"]
    deck = pages["slides/my-lesson/index.html"]
    sections = {one.get("id"): one.get("data-lesson") for one in deck.iter("section")}
    assert sections == {
        "мой-урок": None,
        "потоки": "потоки",
        "锁-two": "锁-two",
        "example": "example",
        "example_1": "example_1",
    }
    assert (
        outputs(page) == outputs(deck) == {"my-lesson/01_x.py": ["01_x\n"], "my-lesson/Upper-Case.py": ["Upper-Case\n"]}
    )
    index = [text_of(one) for one in pages["programs.html" if more else "programs/index.html"].iter("dt")]
    assert index == ["01_x.py", "Upper-Case.py", "hello.py"]
    assert dead_links(site) == []


@pytest.mark.parametrize("how", ["a pipe", "no standard input"])
def test_a_course_whose_configuration_comes_from_no_file_is_that_of_the_folder(small: SmallCourse, how: str) -> None:
    words = {"a pipe": "build --strict -f - < mkdocs.yml", "no standard input": "build --strict <&-"}[how]
    command = f"exec {shlex.quote(sys.executable)} -m mkdocs {words}"
    built = subprocess.run(["/bin/sh", "-c", command], cwd=small.root, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    site = Site(small.root / "site", "")
    assert outputs(site.page("lessons/greetings")) == outputs(site.page("slides/greetings")) != {}
    assert not (small.root.parent / ".cache").exists()


def test_a_course_below_a_colon_is_refused_in_one_line(tmp_path: Path) -> None:
    """Its machinery stands there, too."""
    root = tmp_path / "a:b"
    for folder in ("content", "slides", "snippets"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    built = build(root, tmp_path / "site")
    commands = (["-m", "snippets", "run"], ["-m", "slides"])
    others = [
        subprocess.run([sys.executable, *command], cwd=root, capture_output=True, text=True, check=False, timeout=60)
        for command in commands
    ]
    for done in (built, *others):
        assert done.returncode != 0
        assert logged(done).count("parts folders in PYTHONPATH. Move it") == 1, logged(done)
        assert "Traceback" not in logged(done)


NAMELESS = """
import os, sys
os.getuid = lambda: 54321  # as in a container that is started with --user
sys.argv = ["mkdocs", "build", "--strict"]
from mkdocs.__main__ import cli
cli(prog_name="mkdocs")
"""


def test_a_builder_without_a_home_and_a_name_builds_the_whole_course(small: SmallCourse) -> None:
    small.write("snippets/greetings/hello.py", "import os; print('hello', os.path.expanduser('~') == os.getcwd())\n")
    nameless = ["/usr/bin/env", "-u", "HOME", "-u", "USER", "-u", "LOGNAME", sys.executable, "-c", NAMELESS]
    built = subprocess.run(
        nameless, cwd=small.root, env=environment(), capture_output=True, text=True, check=False, timeout=60
    )
    assert built.returncode == 0, logged(built)
    site = Site(small.root / "site", "")
    for kind in ("lessons", "slides"):
        assert outputs(site.page(f"{kind}/greetings")) == {"greetings/hello.py": ["hello True\n"]}


WATCHED = """
import os, sys
from jinja2 import Environment
from content.engine.site import fonts
here = os.getpid()
def noted(function, what):
    def note(*args, **options):
        os.write(2, f"{args[what]} {'in the builder' if os.getpid() == here else 'apart'}\\n".encode())
        return function(*args, **options)
    return note
fonts.cut = noted(fonts.cut, 0)
Environment.compile = noted(Environment.compile, 2)
sys.argv = ["mkdocs", "build", "-q"]
from mkdocs.__main__ import cli
cli(prog_name="mkdocs")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_first_build_has_fonts_and_templates_made_apart_and_the_next_makes_none(small: SmallCourse) -> None:
    watched = [sys.executable, "-c", WATCHED]
    builds = [
        subprocess.run(watched, cwd=small.root, env=environment(), capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    first, second = (Counter(re.findall(r"(\S+) (apart|in the builder)\n", logged(built))) for built in builds)
    drawn = [str(fonts.source(*file)) for file in fonts.FILES.values()]
    for name in ("main.html", "base.html", "404.html", "sitemap.xml.html", *drawn):
        assert [first[name, "apart"], first[name, "in the builder"]] == [1, 0], name
        assert [second[name, "apart"], second[name, "in the builder"]] == [0, 0], name
