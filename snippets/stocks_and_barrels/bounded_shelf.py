"""A shelf with room for three: the packer waits when it is full."""

import threading


class Shelf:
    def __init__(self, room: int) -> None:
        self.room = room
        self.boxes: list[int] = []
        self.most = 0
        self.changed = threading.Condition()

    def put(self, box: int) -> None:
        with self.changed:
            self.changed.wait_for(lambda: len(self.boxes) < self.room)
            self.boxes.append(box)
            self.most = max(self.most, len(self.boxes))
            self.changed.notify_all()

    def take(self) -> int:
        with self.changed:
            self.changed.wait_for(lambda: len(self.boxes) > 0)
            self.changed.notify_all()
            return self.boxes.pop(0)


def pack() -> None:
    for box in range(1, 9):
        shelf.put(box)


shelf = Shelf(room=3)
packer = threading.Thread(target=pack)
packer.start()
with shelf.changed:  # the driver is late: first the shelf fills up
    shelf.changed.wait_for(lambda: len(shelf.boxes) == 3)
print("taken:", [shelf.take() for _ in range(8)])
print("most boxes on the shelf:", shelf.most)
