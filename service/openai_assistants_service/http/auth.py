"""Who may use the service."""

import hmac
from collections.abc import Mapping

from ..errors import invalid_key


def require_key(headers: Mapping[str, str], expected: str) -> None:
    """Check the key of a request, in either of its headers.

    Raises:
        ApiError: the key is wrong or missing.
    """
    given = headers.get("api-key") or _bearer(headers.get("authorization", ""))
    if not hmac.compare_digest((given or "").encode(), expected.encode()):
        raise invalid_key(given)


def _bearer(header: str) -> str:
    scheme, _, key = header.partition(" ")
    return key.strip() if scheme.lower() == "bearer" else ""
