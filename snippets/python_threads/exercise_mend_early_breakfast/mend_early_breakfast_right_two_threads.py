"""The table is laid in a thread, too."""

import threading


def breakfast(bake, lay_table, eat):
    threads = [threading.Thread(target=work) for work in (bake, lay_table)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    eat()
