"""The numbers by which a program changes the pen of a terminal, told to pyte in the way that it understands."""

from collections.abc import Iterator, Sequence

COLOURS = {38: (30, 90), 48: (40, 100), 58: ()}  # of text, ground and underline, and where sixteen have short numbers
DIM, NO_WEIGHT, BLINK, NO_BLINK = 2, 22, 5, 25


def plainly(numbers: Sequence[int]) -> list[int]:
    """The same numbers, with the field for blinking text taken for dim text, and colours 0 to 15 by their names."""
    return list(_plainly(list(numbers)))


def _plainly(left: list[int]) -> Iterator[int]:
    while left:
        number = left.pop(0)
        if number in COLOURS:
            kind = left.pop(0) if left else 0
            count = {5: 1, 2: 3}.get(kind, 0)
            values, left = left[:count], left[count:]
            yield from _colour(number, kind, values) if len(values) == count else ()
        elif number == DIM:
            yield BLINK
        elif number == NO_WEIGHT:
            yield from (NO_WEIGHT, NO_BLINK)
        elif number == 21:  # two lines below
            yield 4
        elif number not in (BLINK, 6, NO_BLINK):
            yield number


def _colour(number: int, kind: int, values: Sequence[int]) -> Iterator[int]:
    short = COLOURS[number]
    if not short:
        return
    if kind == 5 and values[0] < 16:
        yield short[values[0] // 8] + values[0] % 8
    elif kind in (2, 5):
        yield from (number, kind, *(min(value, 255) for value in values))
