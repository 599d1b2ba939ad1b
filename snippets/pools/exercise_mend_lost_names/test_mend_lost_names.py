"""The check of `mend_lost_names`: plain `pytest` in this folder runs it, with `called.py` and `stuck.py`.

It leaves nothing to luck: the photos are developed by a real pool, and come out in an order of the check, the one that
was begun first as the last.
"""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from called import expect, imported, outcome

mend_lost_names = imported("develop_all")
PHOTOS = ["panorama", "cake", "bride", "guests"]
ORDER = [3, 1, 2, 0]  # in which they are done


class Lab:
    """A pool of which nobody knows who is done first."""

    def __init__(self) -> None:
        self.pool: Any = None
        self.told: list[tuple[object, object]] = []
        self.odd = ""
        self.asked = False

    def develop(self) -> None:
        """Let the answer develop the photos."""
        with multiprocessing.get_context("spawn").Pool(2) as self.pool:
            mend_lost_names.develop_all(self, PHOTOS, self.ready)

    def ready(self, photo: object, size: object) -> None:
        """Keep what the answer says."""
        self.told.append((photo, size))

    def imap_unordered(self, work: Callable[[Any], Any], photos: Iterable[Any], chunksize: int = 1) -> Iterator[Any]:
        """The results, the next one when the answer is through with the one before."""
        self.asked = True
        results = list(self.pool.imap(work, photos, chunksize))
        done_in_order = [results[number] for number in ORDER] if len(results) == len(ORDER) else results
        for done, result in enumerate(done_in_order):
            if len(self.told) != done:
                was = f"{done} photo{'s were' if done > 1 else ' was'} developed"
                self.odd = self.odd or f"{was}, and develop_all had called ready() {len(self.told)} times"
            yield result

    def __getattr__(self, name: str) -> Any:
        self.asked = True
        if name in ("imap", "map", "starmap"):
            self.odd = self.odd or f"develop_all called pool.{name}(), where 'cake' has to wait for 'panorama'"
        return getattr(self.pool, name)


def test_each_photo_has_its_own_size_as_soon_as_it_is_developed() -> None:
    lab, raised = Lab(), ""
    try:
        outcome("develop_all()", lab.develop)
    except Exception as error:
        raised = f"{type(error).__name__}: {str(error).partition(' at 0x')[0]}"
    expect(not lab.odd, lab.odd)
    expect(lab.asked or bool(raised), "develop_all has not asked the pool for anything")
    expect(not raised, f"develop_all raised {raised}")
    for photo, size in lab.told:
        said = f"develop_all called ready({photo!r}, {size!r})"
        expect(photo in PHOTOS, f"{said}, and there is no such photo")
        expect(size == len(str(photo)), f"{photo!r} is {len(str(photo))} large, and {said}")
    told = [photo for photo, _ in lab.told]
    expect(sorted(map(str, told)) == sorted(PHOTOS), f"develop_all called ready() for {told}, and not for {PHOTOS}")
