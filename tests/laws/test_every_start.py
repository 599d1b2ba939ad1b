"""Whoever has the published site and Python, and nothing else, comes to the first red and the first green check.

Everything here is taken from the built site: the zip that a page offers is unpacked in a fresh folder, and the commands
are those of the README.md in it. One exercise goes the whole way, with an environment of its own and pip, which needs a
package index; the others run their check with the Python that is here.
"""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from content.engine.course import exercise
from content.engine.directives import starting
from tests.support.course import Course, each, each_course
from tests.support.sample import sample
from tests.support.site import ROOT, Built, Site, Tree, text_of

WHOLE_WAY = "locks/safe_account"
PYTHON = ".venv/bin/python "  # as the commands call that of the environment
each_exercise = each("name", lambda course: course.exercises)
ASKED = re.compile(r"(?m)^[\w.-]+==[\w.]+$")


def section(built: Built, name: str) -> list[Tree]:
    """What the page of an exercise shows of it: the elements from its heading to its hint."""
    shown = exercise.read(built.root, name)
    page = built.site.page(f"lessons/{shown.lesson}")
    [parent] = [element for element in page.iter() if any(child.get("id") == shown.anchor for child in element)]
    children = list(parent)
    [first] = [number for number, child in enumerate(children) if child.get("id") == shown.anchor]
    last = next(number for number in range(first, len(children)) if "tip" in children[number].get("class", ""))
    return children[first : last + 1]


def the_zip(tree: Tree) -> str:
    """The address of the one zip to which an element leads."""
    [address] = [link.get("href", "") for link in tree.iter("a") if link.get("href", "").endswith(".zip")]
    return address


def unpacked(site: Site, name: str, address: str, place: Path) -> Path:
    """Unpack the zip at an address of an exercise's page into `place`; gives its folder."""
    file = (site.folder / "lessons" / name.partition("/")[0] / address).resolve()
    with zipfile.ZipFile(file) as zipped:
        zipped.extractall(place)
    return place / name.partition("/")[2]


def commands(folder: Path, language: str = "bash") -> list[str]:
    """The commands of the README.md in a folder."""
    text = (folder / "README.md").read_text(encoding="utf-8")
    return [line for fence in re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL) for line in fence.splitlines()]


def typed(command: str, folder: Path, *path: str) -> "subprocess.CompletedProcess[str]":
    """Type a command in a shell where no environment is switched on; programs are found in `path` first."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "VIRTUAL"))}
    clean["PATH"] = os.pathsep.join([*path, os.environ["PATH"]])
    clean["PYTEST_DEBUG_TEMPROOT"] = str(folder.parent)  # pytest tidies up there, and complains if another does so, too
    return subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env=clean, capture_output=True, text=True, check=False, timeout=180
    )


def checked(folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run the check of an exercise by the last command of its README.md, with the Python that is here."""
    last = commands(folder)[-1]
    assert last.startswith(PYTHON)
    return typed(f"'{sys.executable}' {last.removeprefix(PYTHON)}", folder)


@each("name", lambda course: sample(course.exercises, 6))
def test_its_zip_leads_to_the_first_red_and_its_solution_to_the_first_green_check(
    name: str, built: Built, tmp_path: Path
) -> None:
    _, facts, *_, hint = section(built, name)
    folder = unpacked(built.site, name, the_zip(facts), tmp_path)
    red = checked(folder)
    assert (red.returncode, " failed" in red.stdout) == (1, True), red.stdout + red.stderr
    assert not list(folder.glob("*_solution*"))
    unpacked(built.site, name, the_zip(hint), tmp_path)
    solution = min(folder.glob("*_solution*.py"))
    shutil.copy(solution, folder / f"{folder.name}.py")
    green = checked(folder)
    assert (green.returncode, " passed" in green.stdout) == (0, True), green.stdout + green.stderr


@pytest.mark.timeout(300)
def test_with_nothing_but_python_the_commands_of_the_readme_do_all_that_is_needed(real: Built, tmp_path: Path) -> None:
    """About one exercise of this course, since it takes long."""
    _, facts, *_, hint = section(real, WHOLE_WAY)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").symlink_to(Path(sys.executable).resolve())  # beside no environment
    folder = unpacked(real.site, WHOLE_WAY, the_zip(facts), tmp_path)
    make, install, check = commands(folder)
    made = typed(make, folder, str(tmp_path / "bin"))
    assert made.returncode == 0, made.stdout + made.stderr
    assert "No module named pytest" in typed(check, folder).stderr  # so it is what is installed now that counts
    installed = typed(install, folder)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    red = typed(check, folder)
    assert (red.returncode, "1 failed" in red.stdout) == (1, True), red.stdout + red.stderr
    unpacked(real.site, WHOLE_WAY, the_zip(hint), tmp_path)
    shutil.copy(folder / "safe_account_solution.py", folder / "safe_account.py")
    green = typed(check, folder)
    assert (green.returncode, " passed" in green.stdout) == (0, True), green.stdout + green.stderr


@each_exercise
def test_its_page_its_readme_and_the_page_that_explains_show_the_same_commands(
    course: Course, name: str, built: Built, tmp_path: Path
) -> None:
    _, facts, *rest, _ = section(built, name)
    folder = unpacked(built.site, name, the_zip(facts), tmp_path)
    shown = [text_of(code).strip() for element in rest for code in element.iter("code")]
    explained = course.text(f"content/{course.hub}")
    languages = {"bash"} if exercise.read(course.root, name).is_for_unix else {"bash", "powershell"}
    for language in languages:
        told = "\n".join(commands(folder, language))
        assert told in shown
        assert told in explained
        assert len(commands(folder, language)) == 3
    assert "powershell" in languages or commands(folder, "powershell") == []


@each_exercise
def test_all_that_its_check_needs_is_pinned(name: str, built: Built, tmp_path: Path) -> None:
    folder = unpacked(built.site, name, the_zip(section(built, name)[1]), tmp_path)
    needed = (folder / "requirements.txt").read_text(encoding="utf-8")
    assert ASKED.findall(needed) == needed.splitlines()
    assert {*needed.splitlines()} <= {*(ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()}


@each_course
def test_the_zip_of_all_programs_says_how_to_run_a_check_in_it(built: Built, tmp_path: Path) -> None:
    with zipfile.ZipFile(built.site.folder / "programs.zip") as zipped:
        zipped.extractall(tmp_path)
    [folder] = tmp_path.iterdir()
    assert (folder / starting.REQUIREMENTS).is_file()
    assert len(commands(folder)) == len(commands(folder, "powershell")) == 3
    red = checked(folder)
    assert (red.returncode, "1 failed" in red.stdout) == (1, True), red.stdout + red.stderr


@each_course
def test_no_page_sends_learners_to_a_folder_that_only_a_clone_has(built: Built) -> None:
    assert [name for name, page in built.site.pages().items() if "cp -r snippets" in text_of(page)] == []
