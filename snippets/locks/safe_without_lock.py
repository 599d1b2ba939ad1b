"""Append to one list and fill one dict from four threads, without a lock."""

import sys
import threading

TICKETS = 50_000
log = []
bookings = {}


def book(desk):
    for ticket in range(TICKETS):
        log.append(ticket)
        bookings[desk, ticket] = "booked"


sys.setswitchinterval(1e-5)
desks = [threading.Thread(target=book, args=(n,)) for n in range(4)]
for desk in desks:
    desk.start()
for desk in desks:
    desk.join()
print("appended:", len(log), "of", 4 * TICKETS)
print("assigned:", len(bookings), "of", 4 * TICKETS)
