"""A thread that is a class of its own, with its work in run()."""

import threading


class WordCounter(threading.Thread):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.words = 0

    def run(self) -> None:
        self.words = len(self.text.split())


# --8<-- [start:use]
titles = ["Locks", "Stocks", "and Two Smoking Barrels"]
counters = [WordCounter(title) for title in titles]
for counter in counters:
    counter.start()
for counter in counters:
    counter.join()
print([counter.words for counter in counters])
# --8<-- [end:use]
