"""Which requests are for the page; the others are for the API.

Nothing here needs the libraries of the page, which are loaded when it is first asked for.
"""

from collections.abc import Mapping

ROOT = "/page"
"""What the path of every page but the first begins with; no path of the API does."""


def is_page(method: str, path: str, headers: Mapping[str, str]) -> bool:
    """Whether a request is for the page.

    `/` is only for who accepts HTML by its name, as browsers do: clients of the API, which ask for
    JSON or for anything, are told there that their URL is wrong.
    """
    if path == "/":
        return method in ("GET", "HEAD") and "text/html" in headers.get("accept", "").lower()
    return path.startswith(ROOT + "/")
