"""Where in an output Ctrl-C was pressed: a mark of which nothing is text, since the program did not print it."""

MARK = '<span class="ctrl-c" role="img" aria-label="Ctrl-C"></span>'  # assets/look.css says ^C in it


def with_mark(html: str, row: int) -> str:
    """Put the mark above a row, from 0; `html` has no element that goes over the end of one."""
    rows = html.split("\n")
    rows[row] = MARK + rows[row]
    return "\n".join(rows)
