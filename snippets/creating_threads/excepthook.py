"""threading.excepthook receives every exception that leaves a thread."""

import threading


# --8<-- [start:hook]
def note(failure):
    name = failure.thread.name if failure.thread else "a thread"
    failures.append(f"{name}: {failure.exc_value!r}")


def pay(amount):
    if amount < 0:
        raise ValueError(amount)


failures = []
threading.excepthook = note
for amount in (5, -5, -7):
    payer = threading.Thread(target=pay, args=(amount,), name=f"pay {amount}")
    payer.start()
    payer.join()
print(failures)
# --8<-- [end:hook]
