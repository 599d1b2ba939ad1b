"""Claims are tested on the Pythons that they are about, and their runs are kept."""

from collections.abc import Generator

import pytest

from tests.support import sentences
from tests.support.claims import Ran
from tests.support.pythons import looked_at

SUPPORTED = looked_at()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep the runs of a claim that holds. Those of one that does not are made anew the next time."""
    report = yield
    ran = item.funcargs.get("ran") if isinstance(item, pytest.Function) else None
    if call.when == "call" and report.passed and isinstance(ran, Ran):
        ran.keep()
    return report


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A claim is tested on every Python that is looked at, or on those of them that its marker `about` names."""
    if "ran" in metafunc.fixturenames:
        marks = metafunc.definition.iter_markers("about")
        metafunc.parametrize("ran", sentences.parameters(marks, SUPPORTED), indirect=True)


@pytest.fixture
def ran(request: pytest.FixtureRequest) -> Ran:
    """Runs the programs of a claim on one of the Pythons that it is about."""
    return Ran(request.param, request.path.parents[2])  # the test stands in its course, in tests/lessons/
