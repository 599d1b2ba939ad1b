"""A worker that does its work again and again, in a thread of its own, until it is asked to stop.

- `start()` begins: the first round comes at once. A round is one call of `work()`, and after each round there is a
  pause of `pause` seconds: from its end to the next beginning. In a pause the thread waits; it keeps no processor busy.
- `stop()` asks the thread to stop, waits, and returns when it has ended: it keeps no processor busy, either. A round
  under way is finished, and no other begins. A pause under way is cut short. When `stop()` comes right after `start()`,
  there may be one round or none.
- `count` is the number of finished rounds. It only grows.
- After `stop()`, `start()` begins again, and `count` goes on. Two workers have nothing to do with each other.
"""

import threading
from collections.abc import Callable


class StoppableWorker:
    """Calls `work()` round after round, until `stop()`."""

    def __init__(self, work: Callable[[], object], pause: float) -> None:
        self.work = work
        self.pause = pause
        self.count = 0

    def start(self) -> None:
        """Begin to work, in a new thread."""
        threading.Thread(target=self.run).start()

    def run(self) -> None:
        """One round after another; this is what the thread does."""
        # TODO: again and again, with a pause after each round, until it is asked to stop.
        self.work()
        self.count += 1

    def stop(self) -> None:
        """Ask the thread to stop, and wait until it has ended."""
        # TODO: ask, then wait.
