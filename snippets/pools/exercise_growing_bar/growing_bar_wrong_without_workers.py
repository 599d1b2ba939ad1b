"""The bar grows, in the main process, one photo after the other.

The check says: calls develop() in the main process
"""

def develop(photo):
    return f"{photo}.jpg"


def develop_all(photos, report):
    developed = {}
    for done, photo in enumerate(photos, start=1):
        developed[photo] = develop(photo)
        report(done, len(photos))
    return developed
