"""A copy of a thread that was never started is as good as new? It shares what says whether it was started.

The check says: threads can only be started once
"""

import copy
import threading


def bake_in_turn(bake, loaves):
    baker = threading.Thread(target=bake)
    for _ in range(loaves):
        b = copy.copy(baker)
        b.start()
        b.join()
