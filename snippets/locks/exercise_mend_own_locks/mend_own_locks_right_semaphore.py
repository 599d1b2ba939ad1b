"""A semaphore that lets one in is as good here, if there is one of it."""

from threading import BoundedSemaphore

sold = 0
desk = BoundedSemaphore(1)


def sell(one_more):
    global sold
    with desk:
        sold += one_more(sold) - sold
