"""The numbers of a pen are told to pyte as it understands them."""

import pytest

from content.engine.fence.rendition import plainly


@pytest.mark.parametrize(
    ("numbers", "plain"),
    [
        ([], []),
        ([0], [0]),
        ([1, 31], [1, 31]),
        ([2], [5]),
        ([22], [22, 25]),
        ([5, 6, 25], []),
        ([21], [4]),
        ([38, 5, 1], [31]),
        ([48, 5, 15], [107]),
        ([38, 5, 16], [38, 5, 16]),
        ([38, 2, 999, 2, 5, 1], [38, 2, 255, 2, 5, 1]),
        ([58, 2, 1, 2, 3, 4], [4]),
        ([38], []),
        ([38, 5], []),
        ([38, 2, 1], []),
        ([38, 9, 1], [1]),
    ],
)
def test_numbers_become_those_that_pyte_knows(numbers: list[int], plain: list[int]) -> None:
    assert plainly(numbers) == plain
