"""The check of `stages`: plain `pytest` in this folder runs it.

It leaves nothing to luck, and nothing to the clock: `turns.py` lets the threads take turns, so that a stage may take
hours, and holds each of them at every place where an operating system may do so.

What waits forever in any other way is seen and ended with `stuck.py`, which blames nobody for a busy computer.
"""

import ast
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from turns import World, play

ANSWER = Path(__file__).with_name("stages.py")
HOUR = 3600.0  # seconds
WORDS = ["rice", "fish", "soup", "rice", "pie"]
ODD = [[StopIteration, Ellipsis], [ValueError("an item"), StopIteration(), (None,), (1, 2), {}]]
Stage = Callable[[Any], Any]


class Line:
    """The stages of one call, who works in them, and which items were taken."""

    def __init__(self, world: World, functions: Sequence[Stage], takes: Callable[[int, int], float]) -> None:
        self.world, self.takes = world, takes
        self.by: list[set[int]] = [set() for _ in functions]
        self.done = [0 for _ in functions]
        self.now = [0 for _ in functions]
        self.together = 0
        self.taken = 0
        self.first: list[int] = [0 for _ in functions]  # how many items were taken when the first was done there
        self.stages = [self.stage(at, function) for at, function in enumerate(functions)]

    def stage(self, at: int, function: Stage) -> Stage:
        """A stage that is watched, and takes its time."""

        def work(item: Any) -> Any:
            me = self.world.me()
            expect(self.world, me is not None and me.index > 0, f"stage {at + 1} was called in the main thread")
            self.by[at].add(me.index if me else 0)
            self.now[at] += 1
            expect(self.world, self.now[at] == 1, f"stage {at + 1} was called for two items at the same time")
            self.together = max(self.together, sum(self.now))
            self.done[at] += 1
            self.world.sleep(self.takes(at, self.done[at]))
            self.first[at] = self.first[at] or self.taken
            self.now[at] -= 1
            return function(item)

        return work

    def items(self, items: Iterable[Any]) -> Iterator[Any]:
        """The items, which are counted as they are taken."""
        for item in items:
            self.taken += 1
            yield item


def expect(world: World, right: bool, told: str) -> None:
    """Tell the learner, unless it is right."""
    if not right:
        failed = f"\n{world.failures[0]}" if world.failures else ""
        world.wrong(f"pipeline() {world.doing.partition('() ')[2]}: {told}{failed}")


def same(item: Any) -> Any:
    """Change nothing."""
    return item


def more(item: int) -> int:
    """One more."""
    return item + 1


def called(items: Sequence[Any], functions: Sequence[Stage], size: int) -> str:
    """The call, in few words."""
    stages = f"{len(functions)} stage{'s' * (len(functions) > 1)}"
    return f"pipeline() of {len(items)} item{'s' * (len(items) != 1)} with {stages} and size={size}"


def judge(
    items: Sequence[Any],
    functions: Sequence[Stage],
    size: int,
    takes: Callable[[int, int], float] = lambda _, __: 1,
    looked_at: Callable[[Line], None] = lambda _: None,
    deep: bool = False,
) -> None:
    """Let `pipeline` do its work; look at what it returns, and who did what."""
    right = list(items)
    for function in functions:
        right = [function(item) for item in right]
    n = len(functions)

    def scenario(world: World, module: Any) -> None:
        world.doing = called(items, functions, size)
        earlier: Any = None
        for _ in range(1 if deep else 2):
            line, before = Line(world, functions, takes), len(world.actors)
            given = list(line.stages)
            results = module.pipeline(line.items(items), given, size)
            running, made = len(world.running), len(world.actors) - before
            expect(world, isinstance(results, list), f"it returned {results!r}, which is not a list")
            expect(world, results is not earlier, "called twice, it returned the same list twice")
            earlier = results
            lost = f"it returned {few(results)}, which should be {few(right)}"
            is_right = len(results) == len(right) and all(is_one(*two) for two in zip(results, right, strict=True))
            expect(world, is_right, lost)
            expect(world, running == 0, "it has returned, and not all of its threads have ended")
            expect(world, given == line.stages, "it changed the list of stages, which is the caller's")
            people(world, line)
            expect(world, not items or made >= n, f"it started {made} threads for {n} stages")
            if items:
                looked_at(line)

    def people(world: World, line: Line) -> None:
        for at, those in enumerate(line.by):
            expect(world, len(those) < 2, f"stage {at + 1} was called in {len(those)} threads; each has one of its own")
        owners = [one for those in line.by for one in those]
        expect(world, len({*owners}) == len(owners), "two stages were called in the same thread")

    play(ANSWER, scenario, called(items, functions, size), deep=deep)


def is_one(one: object, other: object) -> bool:
    """Whether two results are the same."""
    return one is other or (type(one) is type(other) and one == other)


def few(results: Sequence[Any]) -> str:
    """Some of the results."""
    return f"{list(results[:6])}" + (f" and {len(results) - 6} more" if len(results) > 6 else "")


@pytest.mark.parametrize("size", [1, 2, 9])
def test_every_item_goes_through_all_stages(size: int) -> None:
    judge(WORDS, [str.upper], size)
    judge(WORDS, [str.upper, len], size)
    judge(WORDS, [str.upper, sorted, "".join, len], size)


def test_the_same_function_in_several_stages() -> None:
    def scenario(world: World, module: Any) -> None:
        world.doing = "pipeline() of 3 items with 3 stages, all the same function,"
        results = module.pipeline([3, 1, 2], [more] * 3, 2)
        expect(world, results == [6, 4, 5], f"it returned {results!r}, which should be [6, 4, 5]")

    play(ANSWER, scenario, "pipeline()", deep=False)


@pytest.mark.parametrize("items", [[], ["rice"]])
def test_few_items(items: list[Any]) -> None:
    judge(items, [same, same], 1)


def test_many_items() -> None:
    judge(list(range(60)), [more, more], 2)


@pytest.mark.parametrize("items", [[1, 0, 2], ["a", "", "b"], [1, None, 2], [[], (), False], *ODD])
def test_an_item_can_be_anything(items: list[Any]) -> None:
    judge(items, [same, same], 2)
    judge(items, [repr, same], 2)  # a stage makes something of each item


def values_of_the_answer() -> list[Any]:
    """The short values in the learner's code: one of them may be what tells the stages that nothing more comes."""
    nodes = [*ast.walk(ast.parse(ANSWER.read_text(encoding="utf-8")))]
    values: list[Any] = [node.value for node in nodes if isinstance(node, ast.Constant) and len(str(node.value)) < 30]
    values += [-value for value in values if type(value) in (int, float)]
    return [sys.intern(value) if isinstance(value, str) else value for value in values][:30]


def test_an_item_can_be_any_value_of_the_code() -> None:
    items = [*values_of_the_answer(), "soup"]
    judge(items, [same, same], len(items) + 1)


@pytest.mark.parametrize("result", [None, 0, "", False])
def test_a_result_can_be_anything(result: object) -> None:
    judge([1, 2, 3], [lambda item: result if item == 2 else item, same], 2)
    judge([1, 2, 3], [lambda item: result if item == 2 else item, repr], 2)


@pytest.mark.parametrize("n", [2, 3, 5])
def test_stages_work_at_the_same_time(n: int) -> None:
    def looked_at(line: Line) -> None:
        told = f"of {n} stages, never more than {line.together} worked at the same time, and there was work for all"
        expect(line.world, line.together == n, told)

    judge(list(range(3 * n)), [same] * n, 1, looked_at=looked_at)


@pytest.mark.parametrize("takes", [(9, 1), (1, 9), (HOUR, 1), (1, HOUR), (0, 0)])
def test_slow_and_quick_stages(takes: Sequence[float]) -> None:
    judge(list(range(7)), [more, more], 2, lambda at, _: takes[at])


@pytest.mark.parametrize("size", [1, 2, 5])
@pytest.mark.parametrize("slow", [0, 1, 2])
def test_as_many_items_are_taken_as_have_room(slow: int, size: int) -> None:
    """A stage that takes hours for the first item keeps the others waiting, when all the queues are full."""
    room = (slow + 1) * (size + 1)  # one in each stage and `size` in front of each; one more may wait to be put

    def looked_at(line: Line) -> None:
        taken = line.first[slow]
        were = "1 item was" if taken == 1 else f"{taken} items were"
        told = f"stage {slow + 1} was at the first item, and {were} taken; {room} have room"
        expect(line.world, room <= taken <= room + 1, told)

    judge(list(range(30)), [same] * 3, size, lambda at, done: HOUR if at == slow and done == 1 else 0, looked_at)


@pytest.mark.parametrize(("items", "n"), [(["pie"], 1), ([None, 1], 2)])
def test_threads_are_held_anywhere(items: list[Any], n: int) -> None:
    judge(items, [same] * n, 1, deep=True)
