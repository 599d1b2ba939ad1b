"""A question with answers becomes HTML, open and complete, the same for page and slide.

What closes it until somebody has chosen is `content/assets/question.js` on a page, and the next key in a deck. In place
of a question with mistakes stand these.
"""

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

from content.engine.fence import answers
from content.engine.fence.extension import place, problem_html
from content.engine.fence.header import Place
from content.engine.fence.output import IN_DECK
from content.engine.fence.question import questions
from snippets.engine.runs.library import library_of

BOX = "!!!"  # begins that of a question, and every other
TICKS = {"[ ] ": "", "[x] ": "right", "[X] ": "right"}


def checked(lines: list[str], md: Markdown, root: Path) -> list[str]:
    """Put messages in place of each question that has mistakes, and as many empty lines as it had more.

    So what is below stays where it was. `root` is the folder of the course.
    """
    here = place.get(Place())
    for question in questions("\n".join(lines), here):
        if problems := answers.check(question, here.path, library_of(root)):
            html = md.htmlStash.store(problem_html("This cannot be asked", problems))
            box = question.box
            lines[box.start : box.stop] = [question.margin + html, *[""] * (len(box) - 1)]
    return lines


def ask(root: Element, md: Markdown) -> None:
    """Make a list of answers of what Markdown takes for a list, and put the explanation into an element.

    Each question of a document is changed where it stands.
    """
    for parent in list(root.iter()):
        for number, box in enumerate(parent):
            if box.tag == "div" and {"admonition", "question"} <= {*box.get("class", "").split()}:
                _ask(box, parent[number + 1] if number + 1 < len(parent) else None, md)


def _ask(box: Element, below: Element | None, md: Markdown) -> None:
    choices = next((one for one in box if one.tag == "ul" and all(map(_tick, one))), None)
    if choices is None:
        return
    box.set("class", f"{box.get('class')} asks")
    choices.set("class", "choices")
    for item in choices:
        _offer(item)
    answer = Element("div", {"class": "answer"})
    for part in list(box)[list(box).index(choices) + 1 :]:
        box.remove(part)
        answer.append(part)
    box.append(answer)
    if place.get(Place()).kind == "deck" and not _is_held(below, md):
        answer.set("class", "answer fragment")


def _is_held(below: Element | None, md: Markdown) -> bool:
    """Whether the element below is a program whose output a deck holds back, so that its key answers as well."""
    found = HTML_PLACEHOLDER_RE.search(below.text or "") if below is not None else None
    return found is not None and IN_DECK in str(md.htmlStash.rawHtmlBlocks[int(found[1])])


def _tick(item: Element) -> str:
    """How the text of an item of a list begins, if it is an answer."""
    text = (item[0].text if len(item) and item[0].tag == "p" else item.text) or ""
    return next((tick for tick in TICKS if text.lstrip().startswith(tick)), "")


def _offer(item: Element) -> None:
    """Put the answer of an item into an element, and a mark behind the right one."""
    tick = _tick(item)
    holder = item[0] if len(item) and item[0].tag == "p" else item
    choice = Element("span", {"class": "choice"})
    choice.text = (holder.text or "").lstrip().removeprefix(tick)
    choice.extend(list(holder))
    item.clear()
    item.append(choice)
    if TICKS[tick]:
        item.set("class", TICKS[tick])
        mark = SubElement(item, "span", {"class": "mark", "role": "img", "aria-label": "right"})
        mark.text = "✓"
