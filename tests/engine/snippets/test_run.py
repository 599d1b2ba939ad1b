"""What a run tells of itself."""

import pytest

from snippets.engine.process.run import Run


def test_a_run_has_a_time_for_each_of_its_lines_or_it_is_none() -> None:
    with pytest.raises(ValueError, match="2 lines, and times of 1"):
        Run("one\ntwo", "ok", 0.0, 0.0, "3.11.0", "", (0.0,))
