"""A page as Material's script would have it, so that a browser need not style and lay out all of it once more.

The script gives a class to each listing, and wraps each table, one after the other. Where the class is there, nothing
is laid out anew; and where a table is taken out and put in again, a browser styles all that stands in the same element.
"""

import re

LISTING = re.compile(r'<code(?P<style>(?: style="[^"]*")?)>(?=<span id=)')  # each of its lines has an id
LAID_OUT = r'<code class="md-code__content"\g<style>>'
TABLE, END = "<table>", "</table>"  # one with a class, such as the scheduler's, is left alone by Material


def settled(html: str) -> str:
    """The HTML of a page's text with the class on its listings, and each of its tables in an element of its own."""
    before, *tables = LISTING.sub(LAID_OUT, html).split(TABLE)
    return before + "".join(f"<div>{TABLE}{table.replace(END, f'{END}</div>', 1)}" for table in tables)
