"""Append to one list and fill one dict from four threads, without a lock."""

import sys
import threading

TICKETS = 50_000
log: list[int] = []
bookings: dict[tuple[int, int], str] = {}


def book(window: int) -> None:
    for ticket in range(TICKETS):
        log.append(ticket)
        bookings[window, ticket] = "booked"


sys.setswitchinterval(1e-5)
windows = [threading.Thread(target=book, args=(n,)) for n in range(4)]
for window in windows:
    window.start()
for window in windows:
    window.join()
print("appended:", len(log), "of", 4 * TICKETS)
print("assigned:", len(bookings), "of", 4 * TICKETS)
