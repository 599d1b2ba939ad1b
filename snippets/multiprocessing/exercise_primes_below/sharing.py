"""Hold workers where they take something that all share: each place at which two may take the same is shown to fail.

`HOLD` is for `telling.py`. A worker is held before and after it reads what is shared, until another one is held, too,
or all rest: then it has a lock. One that saw that a queue is not empty is held until all rest. And what the main
process puts into a queue comes late, as it may.
"""

from watched import Run, Sign

TOOK = ": a worker saw that a queue was not empty, and then another one took what was in it"
HOLD = """
from multiprocessing import managers, sharedctypes

times, missed = {}, []

def hold(kind, frame, most):
    while frame and frame.f_code.co_filename in (managers.__file__, "<string>"):
        frame = frame.f_back
    place = kind, frame.f_lineno, frame.f_lasti
    if frame.f_code.co_filename == answer.__file__ and multiprocessing.parent_process():
        times[place] = times.get(place, 0) + 1
        if times[place] <= most and tell("sees" if kind == "sees" else "reads", place) == b"x":
            times[place] = most

def held(real, *names):
    @functools.wraps(real)
    def reading(*given, **named):
        if names and given[1] not in names:
            return real(*given, **named)
        hold("before", sys._getframe(1), 10)
        found = real(*given, **named)
        hold("after", sys._getframe(1), 10)
        return found
    return reading

def value_of(kind):
    whole = kind.value
    return property(held(whole.__get__), whole.__set__)

for kind in (sharedctypes.Synchronized, *sharedctypes.typecode_to_type.values()):
    kind.value = value_of(kind)
sharedctypes.SynchronizedArray.__getitem__ = held(sharedctypes.SynchronizedArray.__getitem__)
managers.BaseProxy._callmethod = held(managers.BaseProxy._callmethod, "get", "__getitem__", "__getattribute__")

def seeing(real):
    def see(one):
        found = real(one)
        hold("sees", sys._getframe(1), 1)
        return found
    return see

queues.Queue.empty, queues.Queue.qsize = seeing(queues.Queue.empty), seeing(queues.Queue.qsize)

def get(one, block=True, timeout=None, whole=queues.Queue.get):
    limited = timeout is not None or not block
    if limited and multiprocessing.parent_process() and len(missed) < 3 and not one._poll():
        missed.append(one)
        tell("misses", None)
        raise queue.Empty
    return whole(one, block, timeout)

def feed(*given, whole=queues.Queue._feed):
    if not multiprocessing.parent_process():
        tell("feeds", "")
    whole(*given)

queues.Queue.get, queues.Queue._feed = get, staticmethod(feed)
"""


class Sharing:
    """The workers that are held, and the main process where it feeds a queue."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.held: list[Sign] = []
        self.known: list[object] = []  # places at which one was held, and all the others rested
        self.misses: list[int] = []
        self.saw = False  # whether somebody looked whether a queue is empty

    def takes(self, sign: Sign) -> None:
        """Hear what a process does, and let those go on who may."""
        self.saw = self.saw or sign.kind == "sees"
        if sign.kind == "rests":
            self.known += [one.what for one in self.held]
            self.lets_go("reads", "sees", "feeds", said=b"x")
        elif sign.kind == "stuck":
            self.run.hangs(TOOK if self.saw else "")
        elif sign.kind in ("reads", "sees", "feeds") and sign.what not in self.known:
            self.held.append(sign)
        else:
            sign.let_go_on(b"x" if sign.what in self.known else b".")
        if sign.kind == "misses":
            self.misses.append(sign.worker)
        if len({*self.misses}) > 1 or len(self.misses) > 2:
            self.lets_go("feeds")
        if len({one.worker for one in self.held if one.kind == "reads"}) > 1:
            self.lets_go("reads")

    def lets_go(self, *kinds: str, said: bytes = b".") -> None:
        """Let those go on that are held at such places."""
        for one in [one for one in self.held if one.kind in kinds]:
            self.held.remove(one)
            one.let_go_on(said)
