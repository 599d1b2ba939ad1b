"""The join stands right behind the start: nobody eats too early, but the table is laid too late.

The check says: but only bake() has begun
"""

import threading


def breakfast(bake, lay_table, eat):
    baker = threading.Thread(target=bake)
    baker.start()
    baker.join()
    lay_table()
    eat()
