"""Parses challenges in the header WWW-Authenticate (RFC 9110, section 11.6.1)."""

import json
import re
from base64 import b64decode

_PART = re.compile(
    r"""([!#$%&'*+.^`|~\w-]+)(?:\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,"]*))?""", re.ASCII | re.DOTALL
)


def challenges(header: str) -> list[tuple[str, dict[str, str]]]:
    """Schemes and their parameters, in order; names in lower case.

    The header may have several challenges, or be several headers joined with commas. Parameters
    may be separated by blanks alone, as some services of Azure do it. Anything else is ignored.
    """
    found: list[tuple[str, dict[str, str]]] = []
    for name, value in _parts(header):
        if value is None:
            found.append((name, {}))
        elif found:
            found[-1][1].setdefault(name, value)
    return found


def _parts(header: str) -> list[tuple[str, str | None]]:
    return [(match[1].lower(), _unquoted(match[2])) for match in _PART.finditer(header)]


def _unquoted(value: str | None) -> str | None:
    if value is None or not value.startswith('"'):
        return value
    return re.sub(r"\\(.)", r"\1", value[1:-1])


def requested_claims(header: str | None) -> str | None:
    """The claims, as JSON, that a service demands of a new token (continuous access evaluation);
    None if it demands none.
    """
    for scheme, parameters in challenges(header or ""):
        if scheme == "bearer" and parameters.get("error") == "insufficient_claims":
            claims = _decoded(parameters.get("claims", ""))
            if claims is not None:
                return claims
    return None


def _decoded(text: str) -> str | None:
    """JSON out of base64 of either alphabet, with or without padding."""
    text = text.replace("-", "+").replace("_", "/").rstrip("=")
    try:
        claims = b64decode(text + "=" * (-len(text) % 4), validate=True).decode()
        return claims if isinstance(json.loads(claims), dict) else None
    except (ValueError, RecursionError):
        return None
