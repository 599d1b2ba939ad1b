"""What is held back is marked so, with the name of its program, on page and slide."""

from content.engine.fence.header import Place
from content.engine.fence.held import held
from tests.support.site import Tree, parsed, text_of, with_class


def block(kind: str) -> Tree:
    """The element that holds a result back."""
    [found] = with_class(parsed("".join(held(["<p>result</p>"], "locks/windows.py", Place(kind=kind)))), "held")
    return found


def test_what_is_held_back_says_which_program_printed_it() -> None:
    for kind in ("lesson", "deck"):
        assert (block(kind).get("data-snippet"), text_of(block(kind))) == ("locks/windows.py", "result")


def test_in_a_deck_it_comes_with_a_key() -> None:
    assert "fragment" in block("deck").get("class", "").split()
    assert "fragment" not in block("lesson").get("class", "").split()


def test_on_a_page_a_closed_button_stands_above_it() -> None:
    page = parsed("".join(held(["<p>result</p>"], "locks/windows.py", Place())))
    [button] = page.iter("button")
    assert (text_of(button), button.get("aria-expanded")) == ("Show what it printed", "false")
    body = page.find("body")
    assert body is not None
    assert [one.tag for one in body] == ["button", "div"]
