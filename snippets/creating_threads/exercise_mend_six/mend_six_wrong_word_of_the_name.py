"""What is stamped is the second word of the name of the thread, so that a letter of two words loses one.

The check says: stamp(['love letter']) returned ['love (stamped)']
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any



class Courier(threading.Thread):
    """Takes a letter to an address, in a thread of its own."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.delivered = False

    def run(self) -> None:
        """Deliver the letter."""
        self.delivered = True


def welcome(visitor: str) -> list[str]:
    """Let a thread write the name of the visitor into the visitors' book; return the book."""
    book: list[str] = []
    porter = threading.Thread(target=book.append, args=(visitor,))
    porter.start()
    porter.join()
    return book


def sort_letters(sort: Callable[[], Any]) -> None:
    """Let a thread call `sort()`, and wait until it is done."""
    sorter = threading.Thread(target=sort)
    sorter.start()
    sorter.join()


def ring(bell: Callable[[], Any]) -> None:
    """Let a thread call `bell()`, and wait until it is done."""
    ringer = threading.Thread(target=bell)
    ringer.start()
    ringer.join()


def stamp(letters: Sequence[str]) -> list[str]:
    """Let as many threads as there are letters stamp one each; return the stamped letters, in any order."""
    stamped: list[str] = []
    threads = []

    def press() -> None:
        letter = threading.current_thread().name.split()[1]
        stamped.append(f"{letter} (stamped)")

    for letter in letters:
        thread = threading.Thread(target=press, name=f"stamp {letter}")
        threads.append(thread)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return stamped


class Shelf(threading.local):
    def __init__(self) -> None:
        self.parcels: list[str] = []


shelf = Shelf()


def put_on_shelf(parcel: str) -> None:
    """Put a parcel on the shelf of the thread that calls."""
    shelf.parcels.append(parcel)


def store(parcels: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Let each clerk, in a thread, put parcels (or none) on a shelf of their own; return what is on each shelf."""
    shelves: dict[str, list[str]] = {}

    def work(clerk: str) -> None:
        for parcel in parcels[clerk]:
            put_on_shelf(parcel)
        shelves[clerk] = list(shelf.parcels)

    threads = [threading.Thread(target=work, args=(clerk,)) for clerk in parcels]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return shelves


def main() -> None:
    """The morning."""
    courier = Courier("2 Barrel Street")
    courier.start()
    courier.join()
    print("delivered:", courier.delivered)
    print("visitors:", welcome("Ada"))
    sort_letters(lambda: print("sorted in", threading.current_thread().name))
    ring(lambda: print("rung in", threading.current_thread().name))
    print("stamped:", sorted(stamp(["bill", "card", "poem"])))
    print("stored:", store({"Ben": ["book", "vase"], "Cleo": ["hat"]}))


if __name__ == "__main__":
    main()
