"""A lesson whose front matter says `draft: true` is not finished: its page says so, and it may still be short."""

from pathlib import Path

from content.engine.course import course, front_matter, texts

MEANING = "This page is still being written. Its programs and outputs are real; its text is not finished."
LABEL = f"""
<div class="admonition warning">
<p class="admonition-title">Draft</p>
<p>{MEANING}</p>
</div>"""


def is_draft(text: str) -> bool:
    """Whether the text of a page is that of a draft."""
    return front_matter.read(text).get("draft") is True


def drafts(root: Path) -> list[str]:
    """The pages of the course at `root` that are drafts, by their paths in it."""
    return [path.relative_to(root).as_posix() for path in course.pages(root) if is_draft(texts.read(path))]


def labelled(html: str) -> str:
    """The HTML of a draft, which says below its heading that it is one."""
    return html.replace("</h1>", f"</h1>{LABEL}", 1) if "</h1>" in html else LABEL + html


def labelled_markdown(text: str) -> str:
    """The plain Markdown of a draft, which says at its top that it is one."""
    return f"> **Draft.** {MEANING}\n\n{text}"
