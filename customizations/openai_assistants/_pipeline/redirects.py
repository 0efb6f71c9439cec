"""Which redirects are followed. No I/O."""

from typing import Any

MAX_REDIRECTS = 5


def next_request(response: Any, *, replayable: bool) -> Any:
    """The request that a redirect asks for; None if it may not be followed.

    Credentials are not sent to another origin, so a redirect there is not followed. Nor is one that
    would turn a POST into a GET (RFC 9110, section 15.4), or whose body cannot be sent again.

    Args:
        response: of the HTTP library.
        replayable: whether the body of the request can be sent again.
    """
    following = response.next_request
    if following is None or not replayable or following.method != response.request.method:
        return None
    return following if _origin(following.url) == _origin(response.request.url) else None


def _origin(url: Any) -> tuple[str, str, int | None]:
    """Scheme, host and port (RFC 6454)."""
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)
