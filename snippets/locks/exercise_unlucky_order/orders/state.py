"""What can be seen of a program between two steps.

A state is a mapping, ready for JSON: `threads` has for each thread or task its name, its status (`ready`, `waits`,
`done`, or `outside` of all stepped functions), its line, the place there (`read sold`: it has just read; `write sold`:
it is about to; `leave`: it is about to leave a `with`), its locals by name, and what it has read in this line (`sold as
read`), and, where it waits, for what and who holds that. `shared` has the shared names that
have a value by now, `locks` who holds which, and `output` all that was printed so far.
"""

import contextlib
import queue
import re
import threading
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .actor import DONE, OUTSIDE, Actor
from .stepped import Stepped

LONGEST = 60  # letters of a value
NO_DATA = (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType)
Names = Mapping[int, str]  # of objects, by their identity


def state(
    stepped: Stepped, actors: Sequence[Actor], names: Mapping[str, Any], locks: Iterable[Any], output: str
) -> Any:
    """The state of a program whose global names are `names`, and which made `locks`."""
    called = _by_identity(names)
    numbered = sorted((actor for actor in actors if actor.number), key=lambda actor: actor.number)
    scopes = [names, *(actor.frame.f_locals for actor in actors if actor.frame)]
    return {
        "threads": [_seen(actor, stepped, called) for actor in numbered],
        "shared": [[name, _told(value, called)] for name in stepped.shared for value in _values(name, scopes)],
        "locks": [[called[id(lock)], lock.holder] for lock in locks if id(lock) in called],
        "output": output,
    }


def _seen(actor: Actor, stepped: Stepped, called: Names) -> Any:
    frame, wanted = actor.frame, actor.wanted
    if frame is None:
        return [actor.name, DONE if actor.state == DONE else OUTSIDE, 0, "", [], None]
    line = max(frame.f_lineno or 0, frame.f_code.co_firstlineno)
    data = {name: value for name, value in frame.f_locals.items() if not isinstance(value, NO_DATA)}
    values = [[name, _told(value, called)] for name, value in data.items()]
    if actor.has_read:
        name, value = actor.has_read
        values.append([f"{name} as read", value])
    waits = [_in_words(wanted.what, wanted.call, called), getattr(wanted.what, "holder", "")] if wanted else None
    return [actor.name, actor.state, stepped.first.get(line, line), actor.place, values, waits]


def value_of(name: str, names: Mapping[str, Any], frame: types.FrameType) -> str:
    """The value that a function sees of a shared name, or of the one that ends with `.name`, as readers see it."""
    return next((_told(value, _by_identity(names)) for value in _values(name, [frame.f_locals, names])), "")


def _values(name: str, scopes: Sequence[Mapping[str, Any]]) -> Iterator[Any]:
    """The value of a shared name, if it has one by now: of a global, a name of an enclosing function, or below one."""
    first, *rest = name.split(".")
    for scope in scopes:
        if first in scope:
            with contextlib.suppress(AttributeError):
                value = scope[first]
                for attribute in rest:
                    value = getattr(value, attribute)
                yield value
            return


def _by_identity(names: Mapping[str, Any]) -> Names:
    """What locks and the like are called: by the first global name of a program, or as its items and attributes."""
    return dict(reversed(list(_called(names))))


def _called(names: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    for name, value in names.items():
        if name.startswith("__") or isinstance(value, NO_DATA):
            continue
        yield from _with_its_lock(name, value)
        if isinstance(value, dict):
            inner = [(f"{name}[{key!r}]", item) for key, item in value.items()]
        elif isinstance(value, list | tuple):
            inner = [(f"{name}[{number}]", item) for number, item in enumerate(value)]
        elif type(value).__module__ in ("threading", "queue", "asyncio"):
            inner = []
        else:
            inner = [(f"{name}.{key}", item) for key, item in getattr(value, "__dict__", {}).items()]
        for path, item in inner:
            yield from _with_its_lock(path, item)


def _with_its_lock(name: str, value: Any) -> Iterator[tuple[int, str]]:
    yield id(value), name
    if isinstance(value, threading.Condition | threading._RLock):
        yield id(lock_of(value)), name


def lock_of(value: Any) -> Any:
    """The lock that a condition or an RLock is locked by; anything else itself."""
    lock = getattr(value, "_lock", value)
    return getattr(lock, "_block", lock)


def _in_words(what: Any, call: str, called: Names) -> str:
    name = called.get(id(what), type(what).__name__.strip("_"))
    return f"{name}.{call}()" if call else name


def _told(value: object, called: Names) -> str:
    """A value as readers see it: without addresses, which differ from run to run, and not too long."""
    if id(value) in called and hasattr(value, "holder"):
        return called[id(value)]
    if isinstance(value, queue.Queue):
        return f"{type(value).__name__}({_told(list(value.queue), called)})"
    text = re.sub(r" (?:object )?at 0x[0-9a-f]+", "", repr(value))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
