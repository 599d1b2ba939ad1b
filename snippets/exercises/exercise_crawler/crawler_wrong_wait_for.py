"""A page that takes longer than half a minute is reported, though it would come.

The check says: after a time-out at line
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
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
    async def main():
        report, seen = Report(), {start}
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(workers) as pool:

            async def visit(url):
                try:
                    page = await asyncio.wait_for(loop.run_in_executor(pool, fetch, url), 30)
                except (OSError, HTTPException, asyncio.TimeoutError) as e:
                    report.errors[url] = repr(e)
                    return
                report.visited.add(url)
                new = [l for l in dict.fromkeys(links_of(url, page)) if l not in seen]
                seen.update(new)
                await asyncio.gather(*map(visit, new))

            await visit(start)
        return report

    return asyncio.run(main())
