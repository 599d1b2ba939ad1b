"""Crawl a site: visit every page once, several pages at a time, and report those that cannot be fetched.

`crawl(start, workers)` begins with the page `start` and follows all links within the site. As many threads as `workers`
says fetch pages at the same time, and no more. A page that cannot be fetched is reported and stops nobody. When there
is nothing left to visit, `crawl` returns, and all its threads have ended. It knows so, and does not guess by a
time-out: a page may take long. Crawling a site again visits it again.
"""

import re
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
    waiting = [start]
    # TODO: visit what the pages link to, each page once, with `workers` threads; report errors; know when it is over.
    for url in waiting[:workers]:
        try:
            page = fetch(url)
        except (OSError, HTTPException) as error:
            raise RuntimeError("what now?") from error
        report.visited.add(url)
        waiting += links_of(url, page)
    return report
