"""Four phone lines count their callers with a plain +=, and without a lock."""

import threading

CALLS = 100_000
callers = 0


def answer_calls():
    global callers
    for _ in range(CALLS):
        callers += 1


lines = [threading.Thread(target=answer_calls) for _ in range(4)]
for line in lines:
    line.start()
for line in lines:
    line.join()
print("calls:  ", 4 * CALLS)
print("counted:", callers)

# /// run
# output = "varies"
# because = "without the GIL, the threads meet in the gap at other moments in each run"
# shows = '''counted < calls or not free_threaded'''
# python = ["3.14", "free-threaded"]
# ///
