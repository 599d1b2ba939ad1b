"""Two loops: one starts them, one waits for them."""

import threading


def ask_both(rye, oats):
    threads = [threading.Thread(target=ask) for ask in (rye, oats)]
    for thread in threads:
        thread.start()
    for thread in reversed(threads):
        thread.join()
