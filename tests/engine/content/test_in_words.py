"""Steps, states and ends are told in words that follow the name of a thread."""

from typing import Any

import pytest

from content.engine.fence import in_words

READS = ["ready", 4, "read sold", [["sold as read", "0"]], None]
WRITES = ["ready", 4, "write sold", [["sold as read", "0"]], None]
BEFORE = ["ready", 4, "", [], None]
LEAVES = ["ready", 3, "leave", [], None]
NEXT = ["ready", 5, "", [], None]
WAITS = ["waits", 3, "", [], ["till", "Ben"]]
DONE = ["done", 0, "", [], None]


def between(
    before: Any,
    after: Any,
    shared: tuple[str, str] = ("0", "0"),
    holders: tuple[str, str] = ("", ""),
    outputs: tuple[str, str] = ("", ""),
) -> tuple[int, str]:
    """What is told of the step of the first thread that leads from one of its views to another."""
    graph = {
        "nodes": [[0, {"1": 1}, None], [1, {}, None]],
        "states": [[[0], 0, 0, 0], [[1], 1, 1, 1]],
        "views": [before, after],
        "shared": [[["sold", value]] for value in shared],
        "locks": [[["till", holder]] for holder in holders],
        "outputs": list(outputs),
    }
    return in_words.step(graph, 0, 1, 1)


def ended(*views: Any, how: str = "deadlock", output: str = "", shared: Any = ()) -> tuple[dict[str, Any], list[Any]]:
    """A graph of threads Ann, Ben and Cid, and its only outcome."""
    graph = {
        "threads": ["Ann", "Ben", "Cid"],
        "states": [[[*range(len(views))], 0, 0, 0]],
        "views": list(views),
        "shared": [list(shared)],
        "outputs": [output],
    }
    return graph, [how, 0, 1, "12"]


def waiting(what: str, holder: str = "") -> list[Any]:
    """What is seen of a thread that waits."""
    return ["waits", 3, "", [], [what, holder]]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (between(BEFORE, READS), "reads sold = 0"),
        (between(READS, WRITES), "makes the new value"),
        (between(WRITES, DONE, ("0", "1")), "writes sold = 1, and is done"),
        (between(WRITES, NEXT, ("1", "1")), "writes sold = 1"),
        (between(READS, NEXT), "goes on with what it has read"),
        (between(BEFORE, NEXT), "runs"),
        (between(BEFORE, NEXT, ("0", "2")), "runs; sold = 2"),
        (between(BEFORE, NEXT, holders=("", "Ann")), "takes till"),
        (between(BEFORE, WAITS), "waits for till, which Ben holds"),
        (between(BEFORE, NEXT, outputs=("a\n", "a\nb\n")), "runs; prints “b”"),
    ],
)
def test_a_step_is_told_with_what_came_of_it(told: tuple[int, str], words: str) -> None:
    assert told == (4, words)


def test_a_block_that_is_left_is_told_by_what_is_released_if_anything_is() -> None:
    assert between(LEAVES, NEXT, holders=("Ann", "")) == (3, "releases till")
    assert between(LEAVES, NEXT) == (3, "leaves the block")


def test_what_an_end_printed_is_told_of_the_end_and_not_of_its_last_step() -> None:
    graph = {
        "nodes": [[0, {"1": 1}, None], [1, {}, 0]],
        "states": [[[0], 0, 0, 0], [[1], 0, 0, 1]],
        "views": [BEFORE, DONE],
        "shared": [[]],
        "locks": [[]],
        "outputs": ["", "sold: 1\n"],
    }
    assert in_words.step(graph, 0, 1, 1) == (4, "runs, and is done")


@pytest.mark.parametrize(
    ("seen", "where", "values"),
    [
        (BEFORE, "", []),
        (READS, "has read sold", ["sold as read = 0"]),
        (WRITES, "about to write sold", ["sold as read = 0"]),
        (LEAVES, "about to leave the block", []),
        (WAITS, "waits for till, which Ben holds", []),
        (waiting("changed.wait()"), "waits in changed.wait()", []),
        (waiting("till"), "waits for till", []),
        (DONE, "done", []),
        (["outside", 0, "", [], None], "", []),
    ],
)
def test_what_is_seen_of_a_thread_is_told(seen: Any, where: str, values: list[str]) -> None:
    assert in_words.view(seen) == (seen[0], seen[1], where, values)


def test_a_lock_is_free_or_held() -> None:
    assert in_words.locks([["till", "Ann"], ["stock", ""]]) == ["till: held by Ann", "stock: free"]


def test_an_end_is_told_by_its_shared_names_and_what_was_printed() -> None:
    graph, outcome = ended(DONE, how="ended", output="sold: 1\n", shared=[["sold", "1"]])
    assert in_words.end(graph, outcome) == "sold = 1; printed “sold: 1”"
    assert in_words.end(*ended(DONE, how="ended")) == "It ends"


def test_of_a_traceback_the_thread_and_the_message_are_told_and_of_a_long_output_its_end() -> None:
    trace = 'Exception in thread Ben:\nTraceback (most recent call last):\n  File "a.py", line 1\nIndexError: pop\n'
    graph, outcome = ended(DONE, how="ended", output=trace)
    assert in_words.end(graph, outcome) == "printed “Exception in thread Ben: ⏎ IndexError: pop”"
    graph, outcome = ended(DONE, how="ended", output="1\n2\n3\n4\n")
    assert in_words.end(graph, outcome) == "printed “… ⏎ 2 ⏎ 3 ⏎ 4”"


def test_a_circle_of_two_of_three_and_of_one_is_found() -> None:
    two = ended(waiting("till", "Ben"), waiting("stock", "Ann"), DONE)
    assert in_words.circle(*two) == ["Ann", "till", "Ben", "stock", "Ann"]
    assert in_words.end(*two) == "Deadlock: Ann waits for till, which Ben holds; Ben waits for stock, which Ann holds"
    three = ended(waiting("a", "Ben"), waiting("b", "Cid"), waiting("c", "Ann"))
    assert in_words.circle(*three) == ["Ann", "a", "Ben", "b", "Cid", "c", "Ann"]
    assert in_words.circle(*ended(waiting("till", "Ann"))) == ["Ann", "till", "Ann"]


def test_who_waits_for_one_in_a_circle_is_not_in_it() -> None:
    assert in_words.circle(*ended(waiting("till", "Ben"), waiting("stock", "Cid"), waiting("till", "Ben"))) == [
        *("Ben", "stock", "Cid", "till", "Ben")
    ]


def test_where_nobody_holds_what_they_wait_for_or_all_have_ended_there_is_no_circle() -> None:
    graph, outcome = ended(waiting("changed.wait()"), DONE)
    assert in_words.circle(graph, outcome) == []
    assert in_words.end(graph, outcome) == "Deadlock: Ann waits in changed.wait()"
    assert in_words.circle(*ended(DONE, DONE, how="ended")) == []
