"""What a program printed, held back until it is asked for.

On a page it is open where there is no script, and in print; there `content/assets/question.js` closes it, by the button
above it. In a deck it comes with the next key.
"""

from collections.abc import Sequence
from html import escape

from content.engine.fence.header import Place

LABEL = "Show what it printed"
BUTTON = f'<button type="button" class="held-button" aria-expanded="false">{LABEL}</button>'
IN_DECK = '<div class="fragment held" data-snippet='


def held(results: Sequence[str], name: str, here: Place) -> list[str]:
    """The pieces of HTML that hold back outputs and figures of the program `name`."""
    if here.kind == "deck":
        return [f'{IN_DECK}"{escape(name)}">', *results, "</div>"]
    return [BUTTON, f'<div class="held" data-snippet="{escape(name)}">', *results, "</div>"]
