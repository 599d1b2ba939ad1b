"""`if` for `while`: a thread that is woken while there is nothing yet, but will be, takes it for the end.

The check says: crawl with 3 workers had 6 pages to ask for; it never asked for more than
"""

import re
import threading
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen


@dataclass
class Report:
    """What came out of crawling."""

    visited: set[str] = field(default_factory=set)  # the pages that were fetched
    errors: dict[str, str] = field(default_factory=dict)  # pages that cannot be fetched, each with its `repr(error)`


def fetch(url: str) -> str:
    """The text of a page. Leave this function as it is.

    Raises OSError or HTTPException for a page that cannot be fetched.
    """
    with urlopen(url, timeout=10) as answer:
        return str(answer.read(), "utf-8")


def links_of(url: str, page: str) -> list[str]:
    """The addresses within the site that a page links to, some more than once. Leave this function as it is."""
    links = [urldefrag(urljoin(url, link)).url for link in re.findall(r'href="(.*?)"', page)]
    return [link for link in links if urlsplit(link).netloc == urlsplit(url).netloc]


def crawl(start: str, workers: int) -> Report:
    """Visit `start` and all that it leads to, with `workers` threads at once."""
    report = Report()
    waiting: list[str] = [start]
    busy = 0
    seen = {start}
    changed = threading.Condition()

    def visit(url: str) -> None:
        try:
            links = links_of(url, fetch(url))
        except (OSError, HTTPException) as error:
            report.errors[url] = repr(error)
            return
        with changed:
            report.visited.add(url)
            new = {*links} - seen
            seen.update(new)
            waiting.extend(new)

    def work() -> None:
        nonlocal busy
        while True:
            with changed:
                if busy and not waiting:
                    changed.wait()
                if not waiting:
                    return
                url = waiting.pop()
                busy += 1
            visit(url)
            with changed:
                busy -= 1
                changed.notify_all()

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return report
