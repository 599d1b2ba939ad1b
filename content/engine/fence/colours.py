"""The words of a listing in as few elements as their colours need.

Pygments makes an element of each word, dot and bracket: of a lesson two elements in three. A browser makes, styles and
lays out each of them. A page has eight colours for them, so neighbours of one colour are one element here, and what has
the commonest, that of operators and brackets, is in none: `content/assets/course.css` gives it to the whole listing.
"""

import re

BARE = ("o", "ow", "p", "w")
OF_COLOUR = {  # by the kind that stands for a colour, all those that Material paints with it
    "n": "n kc fm sa vm",
    "k": "k kd kn kp kr kt nd ni nl nt",
    "nf": "nf nc ne nn",
    "nb": "nb bp no",
    "s": "s s1 s2 sb sc si ss",
    "mi": "mi il m mb mf mh mo",
    "c": "c c1 ch cm cs sd",
}
KINDS = {kind: colour for colour, kinds in OF_COLOUR.items() for kind in kinds.split()}
WORD = re.compile(r'<span class="(?P<kind>\w+)">(?P<text>[^<]*)</span>')
NEIGHBOURS = re.compile(r'<span class="(?P<kind>\w+)">[^<]*</span>(?: *<span class="(?P=kind)">[^<]*</span>)+')
TAG = re.compile(r"<[^>]*>")


def merged(listing: str) -> str:
    """The HTML of highlighted Python with the same text and the same colours, on a page, in fewer elements."""
    return NEIGHBOURS.sub(_one, WORD.sub(_painted, listing))


def _painted(word: re.Match[str]) -> str:
    """A word in the element of its colour, if it needs one; what is no word, such as a line, as it is."""
    if word["kind"] in BARE:
        return word["text"]
    return f'<span class="{KINDS.get(word["kind"], word["kind"])}">{word["text"]}</span>'


def _one(neighbours: re.Match[str]) -> str:
    return f'<span class="{neighbours["kind"]}">{TAG.sub("", neighbours[0])}</span>'
