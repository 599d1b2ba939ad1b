"""A second is enough for the bread, most of the time.

The check says: breakfast() calls eat() before bake() is done
"""

import threading


def breakfast(bake, lay_table, eat):
    baker = threading.Thread(target=bake)
    baker.start()
    lay_table()
    baker.join(timeout=1)
    eat()
