"""Read the bookings out while another thread adds one."""

import threading

bookings = {"A1": "Ada", "A2": "Alan"}
reading = threading.Event()
added = threading.Event()


def book():
    reading.wait()
    bookings["A3"] = "Grace"
    added.set()


threading.Thread(target=book).start()
for seat in bookings:
    print(seat, bookings[seat])
    reading.set()
    added.wait()

# /// run
# ends = "exit 1"
# ///
