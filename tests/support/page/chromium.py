"""A real browser: Debian's Chromium, driven by playwright."""

import importlib.resources
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

CHROMIUM = shutil.which("chromium")
AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
"""axe-core, which looks for what shuts people out of a page."""

MISSING = "Chromium is missing: `apt-get install chromium` installs it"


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start Chromium, and end it with the block."""
    assert CHROMIUM is not None, MISSING
    with sync_playwright() as playwright:
        # Without a sandbox of its own, which root cannot have: it sees nothing but our pages.
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


class Troubles:
    """What a page complained of: errors in its console, exceptions, requests to other hosts."""

    def __init__(self, page: Page, url: str) -> None:
        self.found: list[str] = []
        self._url = url
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.found.append(f"exception: {error}"))
        page.on("dialog", lambda dialog: self.found.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self._on_request(request.url))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.found.append(f"{message.type}: {message.text}")

    def _on_request(self, url: str) -> None:
        if not url.startswith(self._url):
            self.found.append(f"request: {url}")
