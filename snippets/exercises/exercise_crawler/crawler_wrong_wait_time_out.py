"""When nothing has come for half a minute, nothing more is expected.

The check says: after a time-out at line
"""

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
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


def crawl(start, workers):
    report, seen, running = Report(), {start}, {}
    with ThreadPoolExecutor(workers) as pool:
        running[pool.submit(fetch, start)] = start
        while running:
            done, _ = wait(running, timeout=30, return_when=FIRST_COMPLETED)
            if not done:
                break
            for f in done:
                url = running.pop(f)
                try:
                    page = f.result()
                except (OSError, HTTPException) as e:
                    report.errors[url] = repr(e)
                    continue
                report.visited.add(url)
                for l in links_of(url, page):
                    if l not in seen:
                        seen.add(l)
                        running[pool.submit(fetch, l)] = l
    return report
