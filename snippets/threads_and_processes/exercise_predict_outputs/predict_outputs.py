"""What do eight small programs print? Write it down before any of them runs.

The programs are in `programs.md`, from easy to hard. Each function below returns what the program of its name prints:
one line for each line, in the right order. Only words and numbers count, and not their capitals; quotes, commas,
brackets and spaces do not. Read, think, write, and only then run `pytest`. It runs the programs and compares; your
functions do not read them.
"""

# TODO: put your prediction in the place of every TODO.


def basket() -> str:
    """Two threads put something into one list, one after the other."""
    return """
        TODO
    """


def parcel() -> str:
    """A thread gets a list as an argument."""
    return """
        TODO
    """


def desk() -> str:
    """Two threads use one `threading.local`."""
    return """
        TODO
    """


def tickets() -> str:
    """Two forked children sell tickets, one after the other."""
    return """
        TODO
    """


def prices() -> str:
    """A spawned child shows a list of its module."""
    return """
        TODO
    """


def order() -> str:
    """A list is handed to a thread, then to a spawned child."""
    return """
        TODO
    """


def diary() -> str:
    """A mother and her forked child read from one open file."""
    return """
        TODO
    """


def votes() -> str:
    """Two spawned children count in two ways."""
    return """
        TODO
    """
