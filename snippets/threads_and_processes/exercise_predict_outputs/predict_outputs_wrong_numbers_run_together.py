"""Only numbers count, and 5 and 7 are not 57.

The check says: prices(): the fourth line you wrote is not what the program prints: '[57]'
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
        opening
        [5]
        [57]
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
