"""A child process is taken for a thread: what it changes, everybody sees.

The check says: tickets(): the second line you wrote is not what the program prints: 'counter: 1'
"""


def basket():
    return """
        ['bread', 'milk', 'eggs']
    """


def parcel():
    return """
        ['shoes', 'ribbon']
    """


def desk():
    return """
        clerk: 0
        chief: 3
    """


def tickets():
    return """
        counter: 2
        counter: 1
        office: 1
    """


def prices():
    return """
        opening
        [5, 7]
        [5, 7]
    """


def order():
    return """
        answer: ['tea', 'sugar']
        order: ['tea', 'sugar']
        answer: ['tea', 'sugar', 'sugar']
        order: ['tea', 'sugar']
    """


def diary():
    return """
        mother Mo
        child Tu
        mother We
    """


def votes():
    return """
        shouted: 6
        ballots: 6
    """
