"""Bring large results home through a queue.

`enlarge_all` is to return the same dictionary as it does now: for each name, its large photo. But it starts a process
for each name, and all of them before it waits for the first photo. Each process calls `enlarge`, which makes a
megabyte, and sends it through one queue for all. When `enlarge_all` returns, all its processes are joined, and `names`
is as it was; a name may be there twice, or none at all. No wait ends by a time-out before there is what it waits for:
this computer may be slow. Leave `enlarge` as it is: the check watches it.
"""

from collections.abc import Sequence


def enlarge(name: str) -> bytes:
    """The photo of that name, a megabyte large."""
    return name.encode().ljust(1_000_000, b".")


def enlarge_all(names: Sequence[str]) -> dict[str, bytes]:
    """The large photos, by name."""
    # TODO: a process for each name, and one queue for what they make.
    return {name: enlarge(name) for name in names}


if __name__ == "__main__":
    for name, photo in enlarge_all(["beach", "cat", "harbour"]).items():
        print(f"{name}: {len(photo)} bytes")
