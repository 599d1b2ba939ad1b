"""A program's path as HTML."""

from content.engine.fence.address import breakable


def test_a_path_breaks_behind_its_folder_alone() -> None:
    assert breakable("locks/race_plain.py") == "locks/<wbr>race_plain.py"
