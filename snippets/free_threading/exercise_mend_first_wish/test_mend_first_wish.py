"""The check of `mend_first_wish`: plain `pytest` in this folder runs it."""

from collections.abc import Callable

from mend_first_wish import Wishes

InEveryOrder = Callable[..., int]  # the fixture of conftest.py
SONGS = {"Ada": "Yesterday", "Ben": "Yesterday", "Cleo": "Help", "Dora": "Yesterday"}


def wishing(name: str) -> Callable[[Wishes], None]:
    """What a listener does."""

    def wish(wishes: Wishes) -> None:
        wishes.add(SONGS[name], name)

    return wish


def look(wishes: Wishes, *names: str) -> None:
    """Each of these has a wish, once, and nobody else has."""
    kind = type(wishes.listeners)
    assert kind is dict, f"listeners is a {kind.__name__}, and has to be a plain dict"
    for song, noted in wishes.listeners.items():
        assert isinstance(noted, list), f"listeners has no list for {song}, but {noted!r}"
    for name in names:
        noted = wishes.listeners.get(SONGS[name], [])
        all_of_them = f"{', '.join(names[:-1])} and {names[-1]}"
        assert name in noted, f"{all_of_them} have wished, and the wish of {name} is lost: {wishes.listeners}"
    total = sum(map(len, wishes.listeners.values()))
    assert total == len(names), f"there were {len(names)} wishes, and listeners is {wishes.listeners}"


def test_one_thread_alone(in_every_order: InEveryOrder) -> None:
    def wish_all(wishes: Wishes) -> None:
        for name in SONGS:
            wishing(name)(wishes)

    in_every_order(Wishes, {"add()": wish_all}, lambda wishes: look(wishes, *SONGS))


def test_one_wishes_twice_for_the_same_song(in_every_order: InEveryOrder) -> None:
    def wish_twice(wishes: Wishes) -> None:
        wishing("Ada")(wishes)
        wishing("Ada")(wishes)

    def look_for_both(wishes: Wishes) -> None:
        told = f"Ada has wished twice for one song, and listeners is {wishes.listeners}"
        assert wishes.listeners == {SONGS["Ada"]: ["Ada", "Ada"]}, told

    in_every_order(Wishes, {"add()": wish_twice}, look_for_both)


def test_two_want_the_same_new_song(in_every_order: InEveryOrder) -> None:
    threads = {f"{name}'s add()": wishing(name) for name in ("Ada", "Ben")}
    in_every_order(Wishes, threads, lambda wishes: look(wishes, "Ada", "Ben"))


def test_two_want_a_song_that_is_there(in_every_order: InEveryOrder) -> None:
    def with_one() -> Wishes:
        wishes = Wishes()
        wishing("Dora")(wishes)
        return wishes

    threads = {f"{name}'s add()": wishing(name) for name in ("Ada", "Ben")}
    in_every_order(with_one, threads, lambda wishes: look(wishes, "Dora", "Ada", "Ben"))


def test_two_want_different_songs(in_every_order: InEveryOrder) -> None:
    threads = {f"{name}'s add()": wishing(name) for name in ("Ada", "Cleo")}
    in_every_order(Wishes, threads, lambda wishes: look(wishes, "Ada", "Cleo"))
