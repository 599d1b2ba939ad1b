"""Tasks of asyncio are stepped at their awaits."""

from tests.support.orders import Explorer

SELL = """\
import asyncio

sold = 0

async def sell():
    global sold
    {body}

async def main():
    await asyncio.gather(sell(), sell())
    print(sold)

asyncio.run(main())
"""


def test_an_update_is_lost_across_an_await(explore: Explorer) -> None:
    text = SELL.format(body="seen = sold\n    await asyncio.sleep(0.1)\n    sold = seen + 1")
    assert explore(text, ["sell"], ["sold"]).ends == {"1\n": 4, "2\n": 2}


def test_between_two_awaits_nobody_else_comes_in(explore: Explorer) -> None:
    text = SELL.format(body="await asyncio.sleep(0.1)\n    sold += 1\n    await asyncio.sleep(0.1)")
    assert set(explore(text, ["sell"], ["sold"]).ends) == {"2\n"}


def test_a_task_that_waits_for_a_lock_cannot_be_chosen_and_says_for_what(explore: Explorer) -> None:
    body = "async with lock:\n        seen = sold\n        await asyncio.sleep(0)\n        sold = seen + 1"
    text = SELL.format(body=body).replace("sold = 0\n", "sold = 0\nlock = asyncio.Lock()\n", 1)
    found = explore(text, ["sell"], ["sold"])
    assert set(found.ends) == {"2\n"}
    first, second = found.states("12")[-1]["threads"]
    assert (first[1], second[1], second[5]) == ("ready", "waits", ["lock", ""])


def test_tasks_that_wait_for_each_other_are_a_deadlock(explore: Explorer) -> None:
    text = SELL.format(body="await asyncio.Event().wait()")
    assert explore(text, ["sell"]).ends == {"deadlock": 2}


def test_a_state_tells_where_each_task_is_by_its_name(explore: Explorer) -> None:
    text = SELL.format(body="seen = sold\n    await asyncio.sleep(0.1)\n    sold = seen + 1")
    begun, stopped, *_, ended = found = explore(text, ["sell"], ["sold"]).states("1122")
    assert len(found) == 5
    assert [view[:3] for view in begun["threads"]] == [["Task-2", "ready", 5], ["Task-3", "ready", 5]]
    assert stopped["threads"][0][:5] == ["Task-2", "ready", 8, "", [["seen", "0"]]]
    assert [view[1] for view in ended["threads"]] == ["done", "done"]
