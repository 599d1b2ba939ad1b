"""One says that it makes the desk, the others sleep until it has come to an end, and look again."""

import threading


class Studio:
    def __init__(self, make):
        self.make = make
        self.state = "nothing"
        self.changed = threading.Condition()

    def desk(self):
        with self.changed:
            self.changed.wait_for(lambda: self.state != "under way")
            if self.state == "made":
                return self.made
            self.state = "under way"
        try:
            made = self.make()
        except BaseException:
            self.end("nothing")
            raise
        self.made = made
        self.end("made")
        return made

    def end(self, state):
        with self.changed:
            self.state = state
            self.changed.notify_all()
