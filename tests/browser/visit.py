"""Look at a page as its users do."""

from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
VIOLATIONS = {"resultTypes": ["violations"]}  # what passes need not be described, which takes most of the time

# Words and lines of code that look alike are looked at once: axe would take most of its time for thousands of them.
THIN_OUT = """
() => {
  const seen = new Set();
  for (const word of [...document.querySelectorAll(".highlight code span")].reverse()) {
    const looks = [word, word.parentElement].map((one) => getComputedStyle(one));
    const key = looks.flatMap((look) => [look.color, look.backgroundColor, look.fontSize, look.opacity]).join();
    if (seen.has(key) && word.childElementCount === 0) word.remove();
    seen.add(key);
  }
}
"""


class Visit:
    """Opens pages and keeps what they ask for and complain of: console errors, exceptions, requests to other hosts."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self._browser = browser
        self._axe = Axe()

    def __call__(self, path: str, scheme: Scheme = "light", width: int = 1280, height: int = 720, **more: Any) -> Page:
        """Open a page of the site in a window of `width` by `height` pixels; `more` is of `Browser.new_context`."""
        window: dict[str, Any] = {"viewport": {"width": width, "height": height}, "reduced_motion": "reduce", **more}
        context = self._browser.new_context(color_scheme=scheme, **window)
        page = context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(f"{path}: {error}"))
        page.on("request", self._watch)
        page.goto(self.address + path)
        return page

    def close(self) -> None:
        """Close every page."""
        for context in self._browser.contexts:
            context.close()

    def violations(self, page: Page) -> list[str]:
        """What axe finds wrong with a page for people who see, hear or move otherwise; one line each."""
        page.evaluate(THIN_OUT)
        found = self._axe.run(page, options=VIOLATIONS).response["violations"]
        return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _watch(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:", "about:")):
            self.asked.append(request.url)
        if not request.url.startswith((self.address, "data:", "blob:", "about:")):
            self.complaints.append(f"It asks another host: {request.url}")
