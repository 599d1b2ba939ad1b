"""Four threads take ticket numbers from one generator, made fit for it."""

import threading

tickets = threading.serialize_iterator(number for number in range(50_000))
taken = []


def take_tickets():
    taken.extend(list(tickets))


threads = [threading.Thread(target=take_tickets) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("taken:    ", len(taken))
print("different:", len(set(taken)))

# /// run
# python = [">=3.15"]
# ///
