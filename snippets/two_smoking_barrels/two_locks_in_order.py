"""Ann and Ben both take the stock first, and then the till."""

import threading

stock, till = threading.Lock(), threading.Lock()


def count(first, second):
    with first:
        name = threading.current_thread().name
        with second:
            done.append(name)


done = []
ann = threading.Thread(target=count, args=(stock, till), name="Ann")
ben = threading.Thread(target=count, args=(stock, till), name="Ben")
ann.start()
ben.start()
ann.join()
ben.join()
print("done:", *sorted(done))

# /// run
# steps = ["count"]
# ///
