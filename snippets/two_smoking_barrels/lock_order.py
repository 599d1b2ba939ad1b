"""Both threads take the two locks in one agreed order, and both finish."""

import threading

locks = {"stock": threading.Lock(), "till": threading.Lock()}
both_start = threading.Barrier(2)
done = 0


def hand_over(one, other):
    global done
    first, second = sorted([one, other])
    both_start.wait()
    for _ in range(10_000):
        with locks[first], locks[second]:
            done += 1


ann = threading.Thread(target=hand_over, args=("stock", "till"), name="Ann")
ben = threading.Thread(target=hand_over, args=("till", "stock"), name="Ben")
ann.start()
ben.start()
ann.join()
ben.join()
print("done:", done)
