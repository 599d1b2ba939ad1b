"""Two threads wait for each other, for ever."""

import threading

left, right, both = threading.Lock(), threading.Lock(), threading.Barrier(2)


def take(first: threading.Lock, second: threading.Lock) -> None:
    with first:
        print("holds one lock")
        both.wait()
        with second:
            print("holds both locks")


threading.Thread(target=take, args=(left, right)).start()
threading.Thread(target=take, args=(right, left)).start()

# /// run
# timeout = 2
# ends = "timeout"
# ///
