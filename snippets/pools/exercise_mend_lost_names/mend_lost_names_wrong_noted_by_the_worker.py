"""The workers note what they have developed, in a list of their own process.

The check says: develop_all raised IndexError
"""

developed = []


def develop(photo):
    developed.append(photo)
    return len(photo)


def develop_all(pool, photos, ready):
    for number, size in enumerate(pool.imap_unordered(develop, photos)):
        ready(developed[number], size)
