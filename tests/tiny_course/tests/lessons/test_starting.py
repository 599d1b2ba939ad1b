"""What the lesson `starting` of the tiny course says, one test a sentence."""

from tests.support.claims import Ran


def test_a_forked_child_prints_and_leaves_without_flushing(ran: Ran) -> None:
    assert ran("starting/forked_prints.py").output == "parent, before the fork\nchild\nparent, after the fork\n"


def test_two_tasks_take_turns(ran: Ran) -> None:
    assert ran("starting/asyncio_run.py").output == "waiting\nping\npong\n"


def test_other_programs_print_between_two_prints_of_this_one(ran: Ran) -> None:
    assert ran("starting/subprocess_output.py").output == "before\nfrom echo\nfrom another Python\nafter\n"
