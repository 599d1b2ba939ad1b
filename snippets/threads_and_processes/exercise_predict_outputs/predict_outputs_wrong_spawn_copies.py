"""Spawn is taken for fork: the child begins with a copy of everything.

The check says: prices(): the second line you wrote is not what the program prints: '[5, 7]'
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
        counter: 2
        office: 3
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
        shouted: 0
        ballots: 6
    """
