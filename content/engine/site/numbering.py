"""The lessons are numbered in the sidebar, and in Next and Previous, as they are on the map.

A number is a value that the style paints: titles stay as they are, for readers, crawlers and search alike.
"""

import re
from collections.abc import Sequence
from urllib.parse import urljoin

LINK = re.compile(r'<a href="(?P<address>[^"#]+)"(?= class="md-(?:nav|footer)__link)')
LESSON = re.compile(r"/lessons/(?P<slug>\w+)(?:/|\.html)")


def numbered(html: str, url: str, order: Sequence[str]) -> str:
    """The HTML of the page at `url` in which links of the navigation to a lesson carry its number in this order."""

    def number(link: re.Match[str]) -> str:
        lesson = LESSON.fullmatch(urljoin(f"/{url}", link["address"]))
        if not lesson or lesson["slug"] not in order:
            return link[0]
        return f"{link[0]} style=\"--lesson: '{order.index(lesson['slug']) + 1}'\""

    return LINK.sub(number, html)
