"""Laws take the course as a parameter, and see it built."""

import pytest

from tests.support.course import Course
from tests.support.site import Built


@pytest.fixture
def built(course: Course, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Built:
    """The course that a law is about, which all tests of a session see built once."""
    built = course.built(tmp_path_factory, worker_id)
    assert built.site.folder.is_dir(), built.site.log
    return built
