"""Threads share; processes copy, and share only open files and memory on request."""


def basket() -> str:
    """Two threads put something into one list, one after the other."""
    return """
        ['bread', 'milk', 'eggs']
    """


def parcel() -> str:
    """A thread gets a list as an argument."""
    return """
        ['shoes', 'ribbon']
    """


def desk() -> str:
    """Two threads use one `threading.local`."""
    return """
        clerk: 0
        chief: 3
    """


def tickets() -> str:
    """Two forked children sell tickets, one after the other."""
    return """
        counter: 2
        counter: 2
        office: 3
    """


def prices() -> str:
    """A spawned child shows a list of its module."""
    return """
        opening
        opening
        [5]
        [5, 7]
    """


def order() -> str:
    """A list is handed to a thread, then to a spawned child."""
    return """
        answer: ['tea', 'sugar']
        order: ['tea', 'sugar']
        answer: ['tea', 'sugar', 'sugar']
        order: ['tea', 'sugar']
    """


def diary() -> str:
    """A mother and her forked child read from one open file."""
    return """
        mother Mo
        child Tu
        mother We
    """


def votes() -> str:
    """Two spawned children count in two ways."""
    return """
        shouted: 0
        ballots: 6
    """
