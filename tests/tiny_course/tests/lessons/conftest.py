"""The claims of this course are tested as those of the real one."""

from tests.lessons.conftest import pytest_generate_tests, pytest_runtest_makereport, ran

__all__ = ["pytest_generate_tests", "pytest_runtest_makereport", "ran"]
