"""Four phone lines count their callers in one number, without a lock."""

import sys
import threading

CALLS = 100_000
callers = 0


def one_more(number):
    return number + 1


def answer_calls():
    global callers
    for _ in range(CALLS):
        callers = one_more(callers)


sys.setswitchinterval(0.00001)  # short turns: what is rare happens at once
lines = [threading.Thread(target=answer_calls) for _ in range(4)]
for line in lines:
    line.start()
for line in lines:
    line.join()
print("calls:  ", 4 * CALLS)
print("counted:", callers)

# /// run
# output = "varies"
# because = "the threads take turns at other moments in each run"
# runs = 2
# shows = '''counted < calls'''
# ///
