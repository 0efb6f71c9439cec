"""Who may see the page, and that what it is sent comes from itself: sessions and CSRF tokens.

A session is the random value of a cookie. Without a key every session will do; with keys, only
those that were begun with one: they end with the process, or when their key is revoked. A page of
another site cannot read the cookie (HttpOnly), does not have it sent (SameSite), and does not know
the token that goes with it.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from ...errors import invalid_key
from ...storage.api_keys import digest_of
from ...storage.database import Clock
from ..auth import Gate

LIFETIME = 7 * 86_400
"""Seconds for which a session is good, and a browser keeps its cookie."""

_MOST = 1000


class Access:
    """The sessions of a service.

    Args:
        gate: knows the keys that one may begin a session with.
        token: makes a random text, which nobody can guess.
    """

    def __init__(
        self, gate: Gate, clock: Clock, token: Callable[[], str] = secrets.token_urlsafe
    ) -> None:
        self._gate = gate
        self._clock = clock
        self._token = token
        self._secret = token().encode()
        self._ends: dict[str, tuple[float, str]] = {}
        """When sessions end, and the digests of the keys they were begun with."""

    @property
    def guarded(self) -> bool:
        """Whether a key is asked for."""
        return self._gate.guarded

    def session(self, request: Request) -> str | None:
        """Return the session of a request, which anyone may have made up."""
        return request.cookies.get(_cookie(request)) or None

    def new(self) -> str:
        """Return a session that may see nothing yet, if there is a key."""
        return self._token()

    def tenant(self, session: str) -> str | None:
        """Return whose objects a session may see; None if it is not good."""
        if not self.guarded:
            return ""
        end, digest = self._ends.get(session, (0.0, ""))
        caller = self._gate.caller(digest) if end > self._clock() else None
        return None if caller is None else caller.tenant

    def begin(self, key: str) -> str:
        """Return a new session that may see all that the key opens.

        Raises:
            ApiError: the key is wrong (401).
        """
        digest = digest_of(key)
        if self.guarded and self._gate.caller(digest) is None:
            raise invalid_key(key)
        session, now = self._token(), self._clock()
        self._ends = {one: ends for one, ends in self._ends.items() if ends[0] > now}
        if len(self._ends) >= _MOST:
            del self._ends[next(iter(self._ends))]
        self._ends[session] = (now + LIFETIME, digest)
        return session

    def end(self, session: str) -> None:
        """Have a session be good no more."""
        self._ends.pop(session, None)

    def csrf_token(self, session: str) -> str:
        """Return what every form of a session has to bring."""
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()

    def is_own(self, session: str | None, token: str) -> bool:
        """Whether a form with this token was made for this session."""
        if session is None:
            return False
        return hmac.compare_digest(self.csrf_token(session).encode(), token.encode())


def keep(response: Response, request: Request, session: str) -> None:
    """Have a browser send the session with its next requests."""
    response.set_cookie(
        _cookie(request),
        session,
        max_age=LIFETIME,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def _cookie(request: Request) -> str:
    """Return the name of the cookie: browsers send cookies to every port of a host alike."""
    _, port = request.scope.get("server") or ("", 0)
    return f"assistants-session-{port}"
