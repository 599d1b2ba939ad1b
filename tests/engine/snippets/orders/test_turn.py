"""Whose turn it is."""

from tests.support.orders import Explorer


def test_threads_that_step_nothing_go_on_by_themselves(explore: Explorer) -> None:
    found = explore(
        """
        import threading

        def greet():
            print("hello")

        def fetch():
            print("fetched")

        threading.Thread(target=fetch).start()
        threading.Thread(target=greet, name="greeter").start()
        """,
        ["greet"],
    )
    assert found.graph["threads"] == ["greeter"]
    assert found.ends == {"fetched\nhello\n": 1}


def test_the_main_thread_is_one_to_choose_where_it_is_in_a_stepped_function(explore: Explorer) -> None:
    found = explore(
        """
        import threading

        def greet(name):
            print(name)

        ann = threading.Thread(target=greet, args=("Ann",), name="Ann")
        ann.start()
        greet("main")
        """,
        ["greet"],
    )
    assert sorted(found.graph["threads"]) == ["Ann", "MainThread"]
    assert set(found.ends) == {"Ann\nmain\n", "main\nAnn\n"}


def test_a_thread_that_another_starts_in_a_step_can_be_chosen_from_then_on(explore: Explorer) -> None:
    found = explore(
        """
        import threading

        def first():
            threading.Thread(target=second, name="second").start()
            print("first")

        def second():
            print("second")

        threading.Thread(target=first, name="first").start()
        """,
        ["first", "second"],
    )
    assert found.graph["threads"] == ["first", "second"]
    assert set(found.ends) == {"first\nsecond\n", "second\nfirst\n"}


def test_the_main_thread_that_waits_for_a_stuck_one_is_a_deadlock(explore: Explorer) -> None:
    found = explore(
        """
        import threading

        def doze():
            threading.Event().wait()

        dozing = threading.Thread(target=doze)
        dozing.start()
        dozing.join()
        print("never")
        """,
        ["doze"],
    )
    assert found.ends == {"deadlock": 1}


def test_what_python_does_at_its_end_is_done_at_the_end(explore: Explorer) -> None:
    found = explore(
        """
        from concurrent.futures import ThreadPoolExecutor

        def work():
            print("worked")

        ThreadPoolExecutor(1).submit(work)
        """,
        ["work"],
    )
    assert found.ends == {"worked\n": 1}
