"""An exit code is a number that a parent gets from its child, too. But it has room for 0 to 255 only.

The check says: count_words(text of 300 words, 'fork') returned 44
"""

import multiprocessing
import sys


def count(text):
    sys.exit(len(text.split()))


def count_words(text, method):
    context = multiprocessing.get_context(method)
    child = context.Process(target=count, args=(text,))
    child.start()
    child.join()
    return child.exitcode
