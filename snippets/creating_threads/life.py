"""The life of a thread: new, started, finished."""

import threading

delivered = threading.Event()


# --8<-- [start:life]
def report(state):
    known = courier.ident is not None
    print(f"{state:8}  alive: {courier.is_alive()!s:5}  ident known: {known}")


courier = threading.Thread(target=delivered.wait)
report("new")
courier.start()
report("started")
delivered.set()
courier.join()
report("finished")
# --8<-- [end:life]
