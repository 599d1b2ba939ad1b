"""Each claim of the lesson `queues`, run on every Python that is installed."""

from tests.support.claims import Ran


def test_a_program_starts_in_the_main_thread(ran: Ran) -> None:
    assert ran("queues/hello.py").output == "MainThread\n"
