"""A thread stops when it reads from an Event that it should."""

import threading
from queue import Queue

stop = threading.Event()
readings = Queue()


# --8<-- [start:stop]
def read_meter():
    reading = 0
    while not stop.wait(timeout=0.01):
        reading += 1
        readings.put(reading)
    print("the reader puts its meter away")


reader = threading.Thread(target=read_meter)
reader.start()
print([readings.get() for _ in range(3)])
stop.set()
reader.join()
print("alive:", reader.is_alive())
# --8<-- [end:stop]
