"""A thread that does not get its second lock in time gives up the first."""

import random
import threading
import time

locks = {"stock": threading.Lock(), "till": threading.Lock()}
both_hold_one = threading.Barrier(2)
gave_up = {"Ann": 0, "Ben": 0}


def hand_over(held, wanted):
    name = threading.current_thread().name
    while True:
        with locks[held]:
            if gave_up[name] == 0:
                both_hold_one.wait()
            if locks[wanted].acquire(timeout=random.uniform(0.02, 0.06)):
                try:
                    return  # with both locks: now the cake may change hands
                finally:
                    locks[wanted].release()
        gave_up[name] += 1
        time.sleep(random.uniform(0, 0.05))


ann = threading.Thread(target=hand_over, args=("stock", "till"), name="Ann")
ben = threading.Thread(target=hand_over, args=("till", "stock"), name="Ben")
ann.start()
ben.start()
ann.join()
ben.join()
print("both finished; gave up:", gave_up)

# /// run
# output = "varies"
# because = "each thread waits for a random time, so either may give up first"
# runs = 5
# ///
