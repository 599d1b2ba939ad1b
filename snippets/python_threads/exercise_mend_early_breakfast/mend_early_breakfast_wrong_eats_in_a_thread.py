"""Everybody eats in a thread that nobody waits for.

The check says: breakfast() is over, and nobody has called eat() by then
"""

import threading


def breakfast(bake, lay_table, eat):
    baker = threading.Thread(target=bake)
    baker.start()
    lay_table()
    baker.join()
    threading.Thread(target=eat).start()
