"""What many tests of the machinery begin with: a small course of their own."""

from pathlib import Path

import pytest

from tests.support.small import SmallCourse


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    """A course of one lesson, in the test's own folder."""
    return SmallCourse(tmp_path)
