"""A page counts as visited also if it cannot be fetched.

The check says: crawl reports as visited, and as an error
"""

import re
from concurrent.futures import ThreadPoolExecutor
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


def attempt(url: str) -> tuple[str, list[str], str]:
    """A page, what it links to, and what went wrong."""
    try:
        return url, links_of(url, fetch(url)), ""
    except (OSError, HTTPException) as error:
        return url, [], repr(error)


def crawl(start: str, workers: int) -> Report:
    """Visit `start` and all that it leads to, with `workers` threads at once."""
    report = Report()
    level = {start}
    with ThreadPoolExecutor(workers) as executor:
        while level:
            further: set[str] = set()
            for url, links, error in executor.map(attempt, level):
                if error:
                    report.errors[url] = error
                report.visited.add(url)
                further.update(links)
            level = further - report.visited - report.errors.keys()
    return report
