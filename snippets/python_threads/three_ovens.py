"""Three ovens bake one after the other, all at once, and at once but joined too early."""

import threading
import time


def bake():
    time.sleep(0.2)  # in place of waiting for an oven


def one_after_the_other():
    for _ in range(3):
        bake()


def start_all_then_join_all():
    ovens = [threading.Thread(target=bake) for _ in range(3)]
    for oven in ovens:
        oven.start()
    for oven in ovens:
        oven.join()


def join_each_at_once():
    ovens = [threading.Thread(target=bake) for _ in range(3)]
    for oven in ovens:
        oven.start()
        oven.join()


for way in (one_after_the_other, start_all_then_join_all, join_each_at_once):
    start = time.perf_counter()
    way()
    print(f"{way.__name__}: {time.perf_counter() - start:.2f} s")

# /// run
# output = "varies"
# because = "it measures time, and only the last digit is noise"
# rare = true
# shows = '''start_all_then_join_all <= 0.6 * one_after_the_other and join_each_at_once >= 0.9 * one_after_the_other'''
# ///
