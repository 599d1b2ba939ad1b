"""A Python is asked for the orders of a program."""

from pathlib import Path

import pytest

from snippets.engine.process import exploring
from snippets.engine.program.interpreters import building

TWO = """\
import threading

def greet():
    print("hello")

for _ in range(2):
    threading.Thread(target=greet).start()
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "greetings" / "two.py"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_the_orders_of_a_program_come_as_a_graph(tmp_path: Path) -> None:
    graph = exploring.explored(write(tmp_path, TWO), building(), ["greet"], [])
    assert [outcome[2] for outcome in graph["outcomes"]] == [2]
    assert graph["outputs"][-1] in ("hello\nhello\n", "hello\n", "")


def test_tracebacks_have_the_short_paths_that_readers_see_in_runs(tmp_path: Path) -> None:
    text = TWO.replace('print("hello")', 'raise ValueError("no greeting")')
    graph = exploring.explored(write(tmp_path, text), building(), ["greet"], [])
    assert (
        'File "greetings/two.py", line 4, in greet\n' in graph["outputs"][graph["states"][graph["outcomes"][0][1]][3]]
    )
    assert str(tmp_path) not in str(graph)


def test_a_program_imports_from_its_own_folder_and_not_from_the_machinery(tmp_path: Path) -> None:
    path = write(tmp_path, "from _words import hello\nimport runs\n" + TWO)
    (path.parent / "_words.py").write_text("hello = 'hello'\n", encoding="utf-8")
    graph = exploring.explored(path, building(), ["greet"], [])
    assert "ModuleNotFoundError: No module named 'runs'" in "".join(graph["outputs"])


def test_a_python_that_cannot_do_it_is_told_with_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"(?s)The orders of greetings/two.py could not be run: .*SyntaxError"):
        exploring.explored(write(tmp_path, "def greet(:\n"), building(), ["greet"], [])
