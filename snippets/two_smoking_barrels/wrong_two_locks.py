"""Ann takes the stock and then the till; Ben takes the till and then the stock."""

import threading

stock, till = threading.Lock(), threading.Lock()


def count(first, second):
    with first:
        name = threading.current_thread().name
        with second:
            done.append(name)


done = []
ann = threading.Thread(target=count, args=(stock, till), name="Ann")
ben = threading.Thread(target=count, args=(till, stock), name="Ben")
ann.start()
ben.start()
ann.join()
ben.join()
print("done:", *sorted(done))

# /// run
# output = "varies"
# because = "Ann and Ben may each hold one lock and wait for the other"
# rare = true
# steps = ["count"]
# ///
