"""Two threads put a letter on one desk, a threading.local."""

import threading

desk = threading.local()


def clerk():
    print("the clerk finds a letter:", hasattr(desk, "letter"))
    desk.letter = "the clerk's letter"
    print("the clerk wrote:", desk.letter)


desk.letter = "the main thread's letter"
thread = threading.Thread(target=clerk)
thread.start()
thread.join()
print("still on the main thread's desk:", desk.letter)
