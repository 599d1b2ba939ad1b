"""The futures keep the exceptions, and nobody asks them.

The check says: of this page, crawl reports nothing
"""

import re
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
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


def crawl(start, workers):
    report = Report()
    seen = {start}
    with ThreadPoolExecutor(workers) as executor:
        fetching = {executor.submit(fetch, start): start}
        while fetching:
            done, _ = wait(fetching, return_when=FIRST_COMPLETED)
            for future in done:
                url = fetching.pop(future)
                if future.exception():
                    continue
                report.visited.add(url)
                for link in links_of(url, future.result()):
                    if link not in seen:
                        seen.add(link)
                        fetching[executor.submit(fetch, link)] = link
    return report
