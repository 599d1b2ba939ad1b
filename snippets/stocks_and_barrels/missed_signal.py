"""A condition forgets a signal that nobody waited for; an event keeps it."""

import threading

bell = threading.Condition()
flag = threading.Event()
with bell:
    bell.notify_all()
flag.set()

with bell:
    print("the condition was heard:", bell.wait(timeout=0.1))
print("the event was heard:", flag.wait(timeout=0.1))
