"""Programs can be taken along: each by itself, and all in one zip in which the commands of the pages work."""

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from content.engine.course import course
from content.engine.fence import address
from content.engine.site import downloads
from content.engine.site.downloads import packed
from snippets.engine.program.program import Program
from snippets.engine.runs.library import Library, library_of
from tests.laws.test_every_lesson import LESSONS
from tests.support.site import ROOT, Site, Tree, outputs, parsed, text_of, with_class
from tests.support.small import SmallCourse

TOP = downloads.folder_of("Concurrent Python")
TEXTS = {"README.md": b"Begin here.", "requirements.txt": b"pytest"}
STOCK = """\
from pathlib import Path

from _shop import price

print(Path(__file__).with_name("my stock.csv").read_text().strip(), price())

# /// run
# files = ["my stock.csv", "../locks/exercise_key/key_wrong_lock.py"]
# ///
"""


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """A course with a program that needs a helper, data beside it, and a wrong answer of another lesson's exercise."""
    small = SmallCourse(tmp_path / "course")
    small.write("LICENSE", "Do what you like.\n")
    small.write("snippets/shops/stock.py", STOCK)
    small.write("snippets/shops/_shop.py", "def price():\n    return 3\n")
    small.write("snippets/shops/my stock.csv", "apples\n")
    for name in ("key.py", "test_key.py", "pytest.ini", "key_solution.py", "key_wrong_lock.py", "key_wrong_way.py"):
        small.write(f"snippets/locks/exercise_key/{name}", "")
    return small


def archive(small: SmallCourse) -> bytes:
    """The zip of a course."""
    return downloads.archive(
        small.root,
        downloads.folder_of("Concurrent, Python"),
        course.sound(small.library),
        TEXTS,
        small.library.cache,
    )


def names(packed: bytes) -> list[str]:
    """What a zip holds."""
    return zipfile.ZipFile(io.BytesIO(packed)).namelist()


def told(command: str, folder: Path) -> str:
    """What a command of a page prints where a reader types it, with a Python that knows nothing of this course."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    typed = ["/bin/sh", "-c", re.sub(r"\bpython ", f"{shlex.quote(sys.executable)} ", command, count=1)]
    ran = subprocess.run(
        typed,
        cwd=folder,
        env=plain,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
        check=True,
    )
    return ran.stdout


def command(block: Tree) -> str:
    """The command that stands below an output."""
    [shown] = [text_of(code) for facts in with_class(block, "run-facts") for code in facts.iter("code")]
    return shown


# Single files


def test_programs_and_the_files_beside_them_are_files_of_the_site(small: SmallCourse) -> None:
    small.write("snippets/shops/.hidden", "")
    found = downloads.programs(small.root)
    assert list(found) == ["greetings/hello.py", "shops/_shop.py", "shops/my stock.csv", "shops/stock.py"]
    assert found["shops/_shop.py"] == small.root / "snippets" / "shops" / "_shop.py"


def links(small: SmallCourse, name: str, site: str = "../../") -> list[Tree]:
    """The links that download a program and what it needs."""
    return list(parsed(address.links(small.library.program(name), site)).iter("a"))


def test_a_link_downloads_a_program_and_says_which(small: SmallCourse) -> None:
    [link] = links(small, "greetings/hello.py")
    assert link.get("href") == "../../programs/greetings/hello.py"
    assert link.get("download") is not None
    assert (text_of(link), link.get("aria-label")) == ("Download", "Download hello.py")


def test_what_a_program_needs_from_beside_it_has_links_too(small: SmallCourse) -> None:
    found = [(link.get("href"), text_of(link), link.get("aria-label")) for link in links(small, "shops/stock.py", "./")]
    assert found == [
        ("./programs/shops/stock.py", "Download", "Download stock.py"),
        ("./programs/shops/_shop.py", "+ _shop.py", "Download _shop.py"),
        ("./programs/shops/my%20stock.csv", "+ my stock.csv", "Download my stock.csv"),
    ]


def test_a_package_beside_a_program_can_be_downloaded_and_an_exercise_beside_it_has_its_own_zip(
    small: SmallCourse,
) -> None:
    small.write("snippets/locks/tools/__init__.py", "")
    small.write("snippets/locks/tools/saw blade.csv", "sharp\n")
    small.write("snippets/locks/tools/__pycache__/x.pyc", "")
    small.write("snippets/locks/saws.py", "from pathlib import Path\nimport tools\nprint('tools', 'exercise_key')\n")
    found = downloads.programs(small.root)
    assert [name for name in found if name.startswith("locks/")] == [
        "locks/saws.py",
        "locks/tools/__init__.py",
        "locks/tools/saw blade.csv",
    ]
    assert [(link.get("href"), text_of(link)) for link in links(small, "locks/saws.py")] == [
        ("../../programs/locks/saws.py", "Download"),
        ("../../programs/locks/tools/__init__.py", "+ tools/__init__.py"),
        ("../../programs/locks/tools/saw%20blade.csv", "+ tools/saw blade.csv"),
    ]
    assert small.library.program("locks/saws.py").dependencies[0].parent.name == "exercise_key"
    assert f"{TOP}/snippets/locks/tools/saw blade.csv" in names(archive(small))


# The zip


def test_the_zip_has_programs_helpers_data_exercises_and_the_licence_but_only_the_wrong_answers_that_are_needed(
    small: SmallCourse,
) -> None:
    made = ("__pycache__/key.cpython-311.pyc", ".pytest_cache/README.md")
    for path in made:
        small.write(f"snippets/locks/exercise_key/{path}", "")
    small.write("snippets/shops/broken.py", "print(1)\n\n# /// run\n# timeuot = 2\n# ///\n")
    assert names(archive(small)) == [
        *(f"{TOP}/{name}" for name in TEXTS),
        f"{TOP}/LICENSE",
        f"{TOP}/snippets/greetings/hello.py",
        f"{TOP}/snippets/locks/exercise_key/key.py",
        f"{TOP}/snippets/locks/exercise_key/key_solution.py",
        f"{TOP}/snippets/locks/exercise_key/key_wrong_lock.py",
        f"{TOP}/snippets/locks/exercise_key/pytest.ini",
        f"{TOP}/snippets/locks/exercise_key/test_key.py",
        f"{TOP}/snippets/shops/_shop.py",
        f"{TOP}/snippets/shops/broken.py",
        f"{TOP}/snippets/shops/my stock.csv",
        f"{TOP}/snippets/shops/stock.py",
    ]


def test_the_zip_is_the_same_to_the_byte_whenever_and_by_whomever_its_files_were_written(small: SmallCourse) -> None:
    first = archive(small)
    for path in small.root.rglob("*"):
        path.chmod(0o700)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    shutil.rmtree(small.library.cache.folder)
    assert archive(small) == first
    entries = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert {(entry.date_time, entry.external_attr >> 16) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0o100644)}


def test_the_zip_is_made_again_when_a_file_changes_and_only_then(
    small: SmallCourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = archive(small)
    with monkeypatch.context() as unable:
        unable.delattr(zipfile, "ZipFile")
        assert archive(small) == first
    small.write("snippets/shops/_shop.py", "def price():\n    return 4\n")
    assert zipfile.ZipFile(io.BytesIO(archive(small))).read(f"{TOP}/snippets/shops/_shop.py").endswith(b"4\n")
    monkeypatch.setitem(TEXTS, "README.md", b"Begin there.")
    assert zipfile.ZipFile(io.BytesIO(archive(small))).read(f"{TOP}/README.md") == b"Begin there."


@pytest.mark.parametrize("text", ["", "[]", "no base64"])
def test_what_is_no_zip_counts_as_absent(small: SmallCourse, text: str) -> None:
    first = archive(small)
    [kept] = [path for path in small.library.cache.folder.glob("*.json") if "text" in json.loads(path.read_bytes())]
    kept.write_text(json.dumps({"text": text}), encoding="utf-8")
    assert archive(small) == first


def test_a_program_with_a_helper_and_data_runs_where_the_zip_was_unpacked(small: SmallCourse, tmp_path: Path) -> None:
    zipfile.ZipFile(io.BytesIO(archive(small))).extractall(tmp_path)
    block = small.page('```python exec="on" file="shops/stock.py"\n```')
    assert told(command(block), tmp_path / TOP) == "apples 3\n"


# The real course


@pytest.fixture(scope="module")
def unpacked(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of the site, unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    zipfile.ZipFile(site.folder / "programs.zip").extractall(folder)
    return folder / TOP


def is_simple(program: Program) -> bool:
    """Whether a program ends well, prints the same each time, and asks for no other Python."""
    declared = program.declaration
    return (declared.ends, declared.output, declared.python) == ("ok", "exact", ())


SIMPLE = [program.name for program in course.sound(library_of(ROOT)) if is_simple(program)]


@pytest.mark.parametrize("lesson", sorted({name.partition("/")[0] for name in SIMPLE} & {*LESSONS}))
def test_a_reader_who_types_the_command_of_a_page_sees_the_output_of_that_page(
    lesson: str, site: Site, unpacked: Path
) -> None:
    page = site.page(f"lessons/{lesson}")
    shown = outputs(page)
    name = next(name for name in shown if name in SIMPLE)
    block = next(
        block for block in with_class(page, "program") if with_class(block, "run-output") and name in outputs(block)
    )
    printed = told(command(block), unpacked)
    assert sorted(printed.splitlines()) == sorted(shown[name][0].splitlines())


def test_every_program_of_the_course_is_in_the_site_and_in_the_zip(
    site: Site, unpacked: Path, library: Library
) -> None:
    for name in library.names():
        text = (ROOT / "snippets" / name).read_bytes()
        assert (site.folder / "programs" / name).read_bytes() == (unpacked / "snippets" / name).read_bytes() == text


def test_the_page_that_tells_how_to_run_programs_is_where_every_line_of_facts_leads(site: Site) -> None:
    for lesson in LESSONS:
        page = site.page(f"lessons/{lesson}")
        leading = [link.get("href") for facts in with_class(page, "run-facts") for link in facts.iter("a")]
        lacks = "Not shown here: " in text_of(page)  # the Pythons of which a lesson has each run
        assert set(leading) == {"../../about/#run-the-programs"} or (lacks and not leading)
    assert "../programs.zip" in [link.get("href") for link in site.page("about").iter("a")]


@pytest.mark.parametrize("name", ["stock.py~", "#stock.py#", ".stock.py.swp"])
def test_what_an_editor_leaves_behind_is_not_offered(small: SmallCourse, name: str) -> None:
    before = downloads.programs(small.root)
    small.write(f"snippets/shops/{name}", "print()\n")
    assert downloads.programs(small.root) == before


def test_a_zip_holds_what_it_was_given_in_one_folder_in_that_order() -> None:
    zipped = zipfile.ZipFile(io.BytesIO(packed("till", [("b.py", b"2\n"), ("a/c.md", b"3\n")])))
    assert {name: zipped.read(name) for name in zipped.namelist()} == {"till/b.py": b"2\n", "till/a/c.md": b"3\n"}
    assert zipped.namelist() == ["till/b.py", "till/a/c.md"]


def test_its_files_are_plain_of_1980_and_of_unix() -> None:
    [entry] = zipfile.ZipFile(io.BytesIO(packed("till", [("b.py", b"2\n")]))).infolist()
    assert (entry.date_time, entry.external_attr >> 16, entry.create_system) == ((1980, 1, 1, 0, 0, 0), 0o100644, 3)
