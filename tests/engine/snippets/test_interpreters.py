"""The Pythons of this machine, and which of them a program asks for."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from snippets.engine.program.interpreters import (
    EXTRA,
    FOUND,
    Interpreter,
    building,
    chosen,
    comparison,
    hand_on,
    installed,
    is_wish,
    probe,
)
from tests.support.site import ROOT

NEWER = Interpreter("/opt/python", "3.98.1", "3.98.1 (main)", False, "/opt/lib/python3.98", "/opt/site-packages")


def executable(path: Path, text: str) -> Path:
    """Write a shell script that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def python(path: Path, version: str, free_threaded: bool = False) -> Path:
    """A Python, as far as what it says of itself goes."""
    answer = replace(NEWER, path=str(path), version=version, free_threaded=free_threaded)
    return executable(path, f"cat <<'END'\n{json.dumps(vars(answer))}\nEND")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A machine without any Python but the one that builds; tests put theirs into its folders."""
    for name, folder in {"PATH": "bin", "HOME": "home", "PYENV_ROOT": "pyenv", "UV_PYTHON_INSTALL_DIR": "uv"}.items():
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{tmp_path / 'bin2'}")
    monkeypatch.delenv(EXTRA, raising=False)
    monkeypatch.delenv(FOUND)  # tests of a machine's own Pythons look for them; the others were handed theirs
    executable(tmp_path / "bin" / "cat", 'exec /bin/cat "$@"')
    installed.cache_clear()
    yield tmp_path
    installed.cache_clear()


def labels() -> list[str]:
    """The Pythons that are found besides the one that builds."""
    assert building() in installed()
    return [interpreter.label for interpreter in installed() if interpreter != building()]


def test_the_building_python_is_this_one() -> None:
    here = building()
    assert here.version == platform.python_version()
    assert Path(here.path).parent == Path(sys.executable).parent
    assert Path(here.path).samefile(sys.executable)
    assert here.build.startswith(sys.version)
    assert Path(here.library, "threading.py").is_file()


def test_a_python_is_known_by_its_real_path_behind_a_shim(tmp_path: Path) -> None:
    shim = executable(tmp_path / "python3", f'exec "{sys.executable}" "$@"')
    assert probe(str(shim)) == building()


@pytest.mark.parametrize(
    "answer", ["exit 1", "echo 3.14.0", "echo '{}'", "echo '[]'", 'echo \'{"path": "x"}\'', "kill $$"]
)
def test_what_does_not_answer_as_a_python_is_none(tmp_path: Path, answer: str) -> None:
    assert probe(str(executable(tmp_path / "python3", answer))) is None


def test_what_is_not_there_is_no_python(tmp_path: Path) -> None:
    assert probe(str(tmp_path / "python3")) is None


def test_readers_know_a_python_by_its_version_and_a_t_if_it_has_no_gil() -> None:
    assert NEWER.label == "3.98.1"
    assert replace(NEWER, free_threaded=True).label == "3.98.1t"
    assert NEWER.release == (3, 98)


@pytest.mark.parametrize(
    ("version", "free_threaded", "wish", "meets"),
    [
        ("3.13.2", False, "3.13", True),
        ("3.13.2", False, "3.1", False),
        ("3.13.2", False, "3.14", False),
        ("3.13.2", False, ">=3.13", True),
        ("3.13.2", False, ">=3.14", False),
        ("3.13.2", False, ">=3.12,<3.13", False),
        ("3.13.2", False, "free-threaded", False),
        ("3.13.2", True, "free-threaded", True),
        ("3.13.2", True, "3.13", False),
        ("3.13.2", True, ">=3.14 free-threaded", False),
        ("3.14.0", True, ">=3.14 free-threaded", True),
        ("3.15.0a1", False, ">=3.14", True),
        ("3.15.0a1+", False, "3.15", True),
    ],
)
def test_a_wish_is_met_by_version_and_build(version: str, free_threaded: bool, wish: str, meets: bool) -> None:
    assert replace(NEWER, version=version, free_threaded=free_threaded).meets(wish) is meets


def test_a_machine_may_have_no_other_python(machine: Path) -> None:
    assert not (machine / "uv").exists()
    assert labels() == []


def test_pythons_are_found_on_the_path_by_pyenv_by_uv_and_in_the_environment(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python(machine / "bin2" / "python3.91", "3.91.0")
    python(machine / "bin" / "python3.92t", "3.92.0", free_threaded=True)
    python(machine / "pyenv" / "versions" / "3.93.0" / "bin" / "python3.93", "3.93.0")
    python(machine / "uv" / "cpython-3.94" / "bin" / "python3.94", "3.94.0")
    first, second = python(machine / "a" / "my-python", "3.95.0"), python(machine / "b" / "other", "3.96.0")
    monkeypatch.setenv(EXTRA, f"{first}{os.pathsep}{second}")
    assert labels() == ["3.91.0", "3.92.0t", "3.93.0", "3.94.0", "3.95.0", "3.96.0"]


def test_pyenv_and_uv_have_their_usual_places_in_the_home_folder(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYENV_ROOT")
    monkeypatch.delenv("UV_PYTHON_INSTALL_DIR")
    python(machine / "home/.pyenv/versions/3.93.0/bin/python3.93", "3.93.0")
    python(machine / "home/.local/share/uv/python/cpython-3.94/bin/python3.94", "3.94.0")
    assert labels() == ["3.93.0", "3.94.0"]


def test_pythons_are_in_order_and_the_latest_of_each_minor_version_and_build(machine: Path) -> None:
    for place, version in enumerate(["3.100.1", "3.99.9", "3.99.10", "3.99.0", "3.101.0a1+", "3.100.0"]):
        python(machine / "pyenv" / "versions" / str(place) / "bin" / "python3.99", version)
    python(machine / "bin" / "python3.99t", "3.99.1", free_threaded=True)
    assert labels() == ["3.99.10", "3.99.1t", "3.100.1", "3.101.0a1+"]


def test_the_building_python_stands_for_its_minor_version(machine: Path) -> None:
    newest = f"{sys.version_info.major}.{sys.version_info.minor}.999"
    python(machine / "bin" / "python3.11", newest, building().free_threaded)
    assert labels() == []


def test_a_python_that_does_not_answer_is_left_out(machine: Path) -> None:
    executable(machine / "bin" / "python3.91", "echo pyenv: version not installed >&2; exit 127")
    (machine / "bin" / "python3.92").mkdir()
    assert labels() == []


def test_nothing_but_a_python_of_its_own_version_is_tried(machine: Path) -> None:
    for name in ("python", "python3", "python3.91-config", "python3.91.1", "python2.7"):
        python(machine / "bin" / name, "3.91.0")
    assert labels() == []


def test_a_python_older_than_the_course_is_not_asked(machine: Path) -> None:
    executable(machine / "bin" / "python3.10", f"touch {machine / 'asked'}")
    python(machine / "bin" / "python3.101", "3.101.0")
    assert labels() == ["3.101.0"]
    assert not (machine / "asked").exists()


def test_the_shims_of_pyenv_are_not_asked_since_its_versions_are(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shims = machine / "pyenv" / "shims"
    monkeypatch.setenv("PATH", f"{machine / 'bin'}{os.pathsep}{shims}")
    executable(shims / "python3.93", f"touch {machine / 'asked'}")
    python(machine / "pyenv" / "versions" / "3.93.0" / "bin" / "python3.93", "3.93.0")
    assert labels() == ["3.93.0"]
    assert not (machine / "asked").exists()


def test_a_folder_that_has_two_names_is_looked_into_once(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{machine / 'bin'}{os.pathsep}{machine / 'link'}")
    (machine / "link").symlink_to(machine / "bin")
    executable(machine / "bin" / "python3.91", f"echo asked >> {machine / 'asked'}")
    assert labels() == []
    assert (machine / "asked").read_text() == "asked\n"


def test_a_program_without_wishes_runs_on_the_building_python() -> None:
    assert chosen([]) == {building().label: building()}


def test_a_program_runs_on_each_python_that_it_wishes_for_and_a_missing_one_is_told(machine: Path) -> None:
    for version in ("3.91.0", "3.92.0", "3.93.0"):
        python(machine / "bin" / f"python{version[:4]}", version)
    python(machine / "bin" / "python3.92t", "3.92.0", free_threaded=True)
    found = chosen(["3.92", ">=3.92", "3.90", "free-threaded"])
    here = [building().label] if building().free_threaded else []
    assert list(found) == ["3.92.0", "3.93.0", "3.90", *here, "3.92.0t"]
    assert found["3.90"] is None
    assert found["3.92.0t"] is not None
    assert found["3.92.0t"].free_threaded


def test_all_names_of_a_python_in_its_folder_are_one() -> None:
    names = [str(Path(sys.executable).with_name(name)) for name in ("python", "python3")]
    found = {one.path for name in names if (one := probe(name))}
    assert found == {building().path}


def test_what_one_process_found_those_that_it_starts_take_from_it(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = python(machine / "bin" / "python3.98", "3.98.1")
    assert labels() == ["3.98.1"]
    monkeypatch.setenv(FOUND, "")  # so that it is taken back
    hand_on()
    newer.unlink()
    code = "from snippets.engine.program.interpreters import installed; print([one.label for one in installed()])"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == f"{[one.label for one in installed()]}\n"
    assert "3.98.1" in told.stdout


@pytest.mark.usefixtures("machine")
def test_pythons_are_looked_for_where_nobody_knows_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "PYENV_ROOT", "UV_PYTHON_INSTALL_DIR"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    assert labels() == []


@pytest.mark.parametrize("text", ["3.13", ">=3.14", "free-threaded", ">=3.13 <3.15 free-threaded", "==3.14.0"])
def test_words_that_are_versions_comparisons_or_free_threaded_are_a_wish(text: str) -> None:
    assert is_wish(text)


@pytest.mark.parametrize("text", ["", "new", ">=3.14 new", "3", ">= 3.14", "freethreaded"])
def test_other_words_are_none(text: str) -> None:
    assert not is_wish(text)


def test_a_minor_version_is_all_of_its_releases() -> None:
    wanted = comparison("3.13")
    assert wanted is not None
    assert ("3.13.7" in wanted, "3.14.0" in wanted) == (True, False)
