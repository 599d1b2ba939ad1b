"""What is kept is kept by the state of our own code, too."""

import shutil
from pathlib import Path

from snippets.engine.runs import cache
from snippets.engine.sources import ENGINE, digest_of


def test_an_edit_of_any_module_below_a_folder_is_another_state(tmp_path: Path) -> None:
    copied = shutil.copytree(ENGINE / "process", tmp_path / "process")
    before = digest_of(copied)
    assert before == digest_of(copied) == digest_of(ENGINE / "process")
    for name in ("run.py", "child/sitecustomize.py"):
        with (copied / name).open("a", encoding="utf-8") as file:
            file.write("# edited\n")
        assert digest_of(copied) != before
        before = digest_of(copied)


def test_a_run_is_kept_by_the_code_that_runs_and_reads_programs() -> None:
    assert digest_of(ENGINE / "program", ENGINE / "process") == cache.RUNNER
