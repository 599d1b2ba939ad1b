"""The join stands at the end of the function, where it is tidy and too late.

The check says: breakfast() calls eat() before bake() is done
"""

import threading


def breakfast(bake, lay_table, eat):
    baker = threading.Thread(target=bake)
    baker.start()
    lay_table()
    eat()
    baker.join()
