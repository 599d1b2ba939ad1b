"""A thread is taken for a process: it gets a copy of the list.

The check says: basket(): the first line you wrote is not what the program prints
"""

def basket():
    return """
        ['bread']
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
        counter: 2
        office: 3
    """


def prices():
    return """
        opening
        opening
        [5]
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
        shouted: 0
        ballots: 6
    """
