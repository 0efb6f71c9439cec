"""Checks and parts of the URL of an endpoint."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def clean_url(url: str) -> str:
    """The URL without a slash at its end.

    Raises:
        TypeError: it is not a string.
        ValueError: it is not an absolute http(s) URL, or carries more than a host and a path. The
            message repeats neither user name, password nor query, which may be secrets.
    """
    if not isinstance(url, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"the URL must be a string, not {type(url).__name__}")
    url = url.strip()
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or not _is_plain(url):
        raise ValueError("the URL must be absolute, such as https://NAME.openai.azure.com")
    if parts.username is not None or parts.password is not None:
        raise ValueError(
            f"the URL of {parts.hostname} must not carry a user name or password: "
            "give a credential, or default_headers"
        )
    if parts.query or parts.fragment:
        raise ValueError(
            f"the URL of {parts.hostname} must not carry a query or a fragment: "
            "give api_version or default_query instead"
        )
    return parts.geturl().rstrip("/")


def _is_plain(url: str) -> bool:
    _ = urlsplit(url).port  # raises ValueError where it is none
    return url.isprintable() and " " not in url


def host_of(url: str) -> str:
    """The host name, in lower case."""
    return (urlsplit(url).hostname or "").rstrip(".")


def path_of(url: str) -> str:
    """The path, without a slash at its end."""
    return urlsplit(url).path.rstrip("/")


def is_secure(url: str) -> bool:
    """Whether a credential may be sent there: over https, or to this machine."""
    if urlsplit(url).scheme == "https":
        return True
    host = host_of(url)
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
