"""A browser without a screen: follows links, fills in forms, keeps cookies."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

import httpx

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


class Visitor:
    """Someone who looks at the page of a service."""

    def __init__(self, url: str) -> None:
        self.http = httpx.Client(base_url=url, headers=BROWSER, timeout=30)

    def get(self, path: str, status: int = 200, **query: str) -> str:
        """Return a page."""
        response = self.http.get(path, params=query or None)
        assert response.status_code == status, response.text
        return response.text

    def token(self, path: str = "/", status: int = 200) -> str:
        """Return the token of the forms of a page."""
        found = re.search(r'name="csrf_token" value="(\w+)"', self.get(path, status))
        assert found is not None
        return found[1]

    def post(self, path: str, **fields: str) -> httpx.Response:
        """Send a form with the token of this session."""
        fields.setdefault("csrf_token", self.token(status=self.http.get("/").status_code))
        return self.http.post(path, data=fields)

    def log_in(self, key: str, then: str = "/") -> httpx.Response:
        """Send the form that asks for the key."""
        return self.post("/page/session", key=key, next=then)


@contextmanager
def visiting(url: str) -> Iterator[Visitor]:
    """Give a visitor for as long as the block lasts."""
    visitor = Visitor(url)
    with visitor.http:
        yield visitor


def links(html: str) -> list[str]:
    """Return where the links of a page lead, in order."""
    return [unescape(one) for one in re.findall(r'<a [^>]*href="([^"]+)"', html)]
