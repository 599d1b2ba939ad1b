"""Copy the bookings under the lock, then read the copy at leisure."""

import threading

bookings = {"A1": "Ada", "A2": "Alan"}
bookings_lock = threading.Lock()
reading = threading.Event()
added = threading.Event()


def book():
    reading.wait()
    with bookings_lock:
        bookings["A3"] = "Grace"
    added.set()


threading.Thread(target=book).start()
with bookings_lock:
    copy = list(bookings.items())
for seat, name in copy:
    print(seat, name)
    reading.set()
    added.wait()
print("bookings by now:", len(bookings))
