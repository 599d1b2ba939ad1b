"""The figure of what a program measured: a bar for each number, beside its label.

It is no `Drawing`, which shrinks as a whole: here the bars alone do, and labels and numbers are as large as the text
around them, so that a phone can show them.
"""

import re
from html import escape

BAR = re.compile(r"(?P<label>.*?\S):?\s+(?P<value>\d+(?:\.\d+)?)(?P<unit>[a-z ]*)")


def bars(output: str) -> str:
    """A bar for each line `label  number unit`."""
    rows = [match.groupdict() for line in output.splitlines() if (match := BAR.fullmatch(line))]
    if len(rows) < 2:
        raise ValueError("It needs two lines of a label and a number, at the least.")
    most = max(float(row["value"]) for row in rows) or 1.0
    drawn = "".join(_bar(row["label"], row["value"], float(row["value"]) / most) for row in rows)
    unit = rows[0]["unit"].strip()
    told = ", ".join(f"{row['label']} {row['value']}{row['unit']}" for row in rows)
    title = f"Bar chart{f' of {unit}' if unit else ''}"
    return f'<div class="run-bars" role="img" aria-label="{escape(f"{title}: {told}")}">{drawn}</div>'


def _bar(label: str, value: str, share: float) -> str:
    return f'<span>{escape(label)}</span><b style="--share: {share:.4g}">{value}</b>'
