"""Who may use a service without a key: programs on this machine, and pages that it serves itself.

A page from elsewhere can make a browser send requests to loopback. It shows in `Origin`, or, where
a name was rebound to this machine (DNS rebinding), in `Host`.
"""

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

from ..errors import ApiError


def is_loopback(host: str) -> bool:
    """Whether a name or an IP address means this machine, whatever a name server says."""
    if host == "localhost" or host.endswith(".localhost"):  # RFC 6761
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def require_same_origin(headers: Mapping[str, str], scheme: str) -> None:
    """Check that a request names this machine, and does not come from a page of another origin.

    Raises:
        ApiError: it does (403).
    """
    host = headers.get("host", "")
    if not is_loopback(_hostname(f"//{host}")):
        raise _forbidden(f"'{host[:100]}' is not a name of this machine")
    origin = headers.get("origin")
    if origin is not None and origin.lower() != f"{scheme}://{host}".lower():
        raise _forbidden(f"the page '{origin[:100]}' is of another origin")


def _hostname(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _forbidden(reason: str) -> ApiError:
    return ApiError(
        403, f"This service has no key, and {reason}: start it with one.", code="forbidden_origin"
    )
