"""The check of `mend_lost_names`: plain `pytest` in this folder runs it, with `slow.py`, `called.py` and `stuck.py`.

It leaves nothing to luck: the photos are developed by a real pool, and come out in an order of the check, the one that
was begun first as the last.
"""

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import FrameType
from typing import Any

from called import Call, expect, imported
from slow import LONG, Slow, keep

mend_lost_names = imported("develop_all")
PHOTOS = [LONG, "cake", "bride", "guests", "groom"]
ORDER = [3, 1, 4, 2, 0]  # in which they are done
ONE_BY_ONE = ("apply", "imap", "map", "starmap", "map_async", "starmap_async")


class Lab:
    """A pool of which nobody knows who is done first."""

    def __init__(self) -> None:
        self.context = multiprocessing.get_context("spawn")
        self.gate = self.context.Event()  # set when the photo that takes long may be done
        self.pool: Any = None
        self.told: list[tuple[object, object]] = []
        self.odd = self.other = ""
        self.asked = False

    def develop(self) -> None:
        """Let the answer develop the photos."""
        with self.context.Pool(2, keep, (self.gate,)) as self.pool:
            sys.setprofile(self.see_develop)
            mend_lost_names.develop_all(self, PHOTOS, self.ready)
            sys.setprofile(None)
            told = [photo for photo, _ in self.told]
            if len(told) < len(PHOTOS):
                self.odd = self.odd or f"develop_all has come back, and has called ready() for {told}, not for {PHOTOS}"
            try:
                self.pool.apply(len, (LONG,))
            except ValueError as error:
                self.odd = self.odd or f"after develop_all, others cannot go on to use the pool: {error}"

    def see_develop(self, frame: FrameType, event: str, _: object) -> None:
        """Be told of each call that the main process makes."""
        if event == "call" and frame.f_code is getattr(getattr(mend_lost_names, "develop", None), "__code__", None):
            self.odd = self.odd or "develop() is called in the main process, and the workers of the pool are to develop"

    def ready(self, photo: object, size: object) -> None:
        """Keep what the answer says; when it has told of all others, the photo that takes long may be done."""
        self.told.append((photo, size))
        if len(self.told) >= len(PHOTOS) - 1:
            self.gate.set()

    def imap_unordered(self, work: Callable[[Any], Any], photos: Iterable[Any], chunksize: int = 1) -> Iterator[Any]:
        """The results, the next one when the answer is through with the one before."""
        self.asked = True
        if chunksize > 1:
            self.odd = (
                self.odd or f"with chunksize={chunksize}, a photo that is developed waits for others of its chunk"
            )
        given = list(photos)
        results = list(self.pool.imap(work, given, chunksize))
        order = ORDER if len(results) == len(ORDER) else [*range(len(results))]
        return self.in_order([results[number] for number in order], [photo_of(given[number]) for number in order])

    def in_order(self, results: list[Any], photos: list[str]) -> Iterator[Any]:
        """These results, of these photos, one after another."""
        for done, result in enumerate(results):
            self.compared(photos[:done])
            yield result
        self.compared(photos)

    def compared(self, done: list[str]) -> None:
        """Whether the answer has told of what is done, and of nothing else."""
        told = [photo for photo, _ in self.told]
        if len(told) != len(done):
            was = f"{len(done)} photo{'s were' if len(done) > 1 else ' was'} developed"
            self.odd = self.odd or f"{was}, and develop_all had called ready() {len(told)} times"
        elif done and told[-1] in PHOTOS and told[-1] != done[-1] in PHOTOS:
            self.other = self.other or f"{done[-1]!r} was developed, and develop_all called ready() for {told[-1]!r}"

    def apply_async(
        self,
        work: Callable[..., Any],
        args: Sequence[Any] = (),
        kwds: Mapping[str, Any] | None = None,
        *more: Any,
        **then: Any,
    ) -> Any:
        """Let a worker call it; one photo takes until there is nothing else to tell of."""
        self.asked = True
        return self.pool.apply_async(Slow(work), args, {**(kwds or {})}, *more, **then)

    def __enter__(self) -> "Lab":
        return self

    def __exit__(self, *_: object) -> None:
        self.pool.terminate()

    def __getattr__(self, name: str) -> Any:
        self.asked = True
        if name in ONE_BY_ONE:
            self.odd = self.odd or f"develop_all called pool.{name}(), where 'cake' has to wait for {LONG!r}"
        return getattr(self.pool, name)


def photo_of(given: object) -> str:
    """Which photo a worker is given, perhaps among other things; nothing if that cannot be told."""
    return next((photo for photo in PHOTOS if photo in str(given)), "")


def test_each_photo_has_its_own_size_as_soon_as_it_is_developed() -> None:
    lab = Lab()
    call = Call(lab.develop)
    for does in call.looks():
        waits = (
            f"develop_all waits until {LONG!r} is developed, and has called ready() for {[one for one, _ in lab.told]}"
        )
        expect(does != "stuck" or lab.gate.is_set(), waits)
        expect(does != "stuck", f"develop_all does not come to its end{call.where() if does == 'stuck' else ''}")
    error, asked = call.error, lab.asked
    raised = f"{type(error).__name__}: {str(error).partition(' at 0x')[0]}" if error else ""
    expect(not lab.odd, lab.odd)
    expect(asked or bool(raised), "develop_all has not asked the pool for anything")
    expect(not raised, f"develop_all raised {raised}")
    for photo, size in lab.told:
        said = f"develop_all called ready({photo!r}, {size!r})"
        expect(photo in PHOTOS, f"{said}, and there is no such photo")
        expect(size == len(str(photo)), f"{photo!r} is {len(str(photo))} large, and {said}")
    told = [photo for photo, _ in lab.told]
    expect(sorted(map(str, told)) == sorted(PHOTOS), f"develop_all called ready() for {told}, and not for {PHOTOS}")
    expect(not lab.other, lab.other)
