"""Look at a page as its users do."""

from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

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

    def __init__(self, browser: Browser, address: str, shared: BrowserContext | None = None) -> None:
        """Each page gets a context of its own, as of another reader; or all the `shared` one, which is much cheaper."""
        self.address = address
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self._browser = browser
        self._shared = shared
        self._opened: list[Page | BrowserContext] = []
        self._axe = Axe()

    def __call__(self, path: str, scheme: Scheme = "light", width: int = 1280, height: int = 720, **more: Any) -> Page:
        """Open a page of the site in a window of `width` by `height` pixels; `more` is of `Browser.new_context`."""
        page = self._page(more)
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(f"{path}: {error}"))
        page.on("request", self._watch)
        page.goto(self.address + path)
        return page

    def _page(self, more: dict[str, Any]) -> Page:
        if self._shared is None:
            context = self._browser.new_context(**{"reduced_motion": "reduce", **more})
            self._opened.append(context)
            return context.new_page()
        page = self._shared.new_page()
        self._opened.append(page)
        return page

    def close(self) -> None:
        """Close every page."""
        while self._opened:
            self._opened.pop().close()

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
