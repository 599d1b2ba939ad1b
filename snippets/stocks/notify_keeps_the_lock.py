"""A woken thread goes on only when the one that woke it lets go of the lock."""

import threading

shelf = threading.Condition()
asleep = threading.Semaphore(0)


def driver():
    with shelf:
        asleep.release()
        shelf.wait()
        print("the driver is at the shelf")


sleeper = threading.Thread(target=driver)
sleeper.start()
asleep.acquire()
with shelf:
    shelf.notify()
    print("the baker has called the driver")
    print("the baker still holds the lock")
sleeper.join()
