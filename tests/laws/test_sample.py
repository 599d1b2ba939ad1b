"""About `tests/support/sample.py`: what is tested of many cases is spread over them, and all of it in CI."""

import pytest

from tests.support import sample as sampling


def test_in_ci_all_are_tested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "IN_CI", True)
    assert sampling.sample(range(5), 2) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("given", "found"), [(0, []), (1, [0]), (2, [0, 1]), (3, [0, 1]), (9, [0, 4])])
def test_elsewhere_some_are_that_lie_far_from_each_other(
    given: int, found: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sampling, "IN_CI", False)
    assert sampling.sample(range(given), 2) == found
