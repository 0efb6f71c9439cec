"""Who may see the page, and that what it is sent comes from itself: sessions and CSRF tokens.

A session is the random value of a cookie. Without a key every session will do; with one, only those
that were begun with it, which end with the process. A page of another site cannot read the cookie
(HttpOnly), does not have it sent (SameSite), and does not know the token that goes with it.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from ...storage.database import Clock
from ..auth import require_key

LIFETIME = 7 * 86_400
"""Seconds for which a session is good, and a browser keeps its cookie."""

_MOST = 1000


class Access:
    """The sessions of a service.

    Args:
        key: what one has to know to begin a session; None for a service without a key.
        token: makes a random text, which nobody can guess.
    """

    def __init__(
        self, key: str | None, clock: Clock, token: Callable[[], str] = secrets.token_urlsafe
    ) -> None:
        self._key = key
        self._clock = clock
        self._token = token
        self._secret = token().encode()
        self._ends: dict[str, float] = {}

    @property
    def guarded(self) -> bool:
        """Whether a key is asked for."""
        return self._key is not None

    def session(self, request: Request) -> str | None:
        """Return the session of a request, which anyone may have made up."""
        return request.cookies.get(_cookie(request)) or None

    def new(self) -> str:
        """Return a session that may see nothing yet, if there is a key."""
        return self._token()

    def may_see(self, session: str) -> bool:
        """Whether a session is good."""
        return not self.guarded or self._ends.get(session, 0.0) > self._clock()

    def begin(self, key: str) -> str:
        """Return a new session that may see everything.

        Raises:
            ApiError: the key is wrong (401).
        """
        if self._key is not None:
            require_key({"api-key": key}, self._key)
        session, now = self._token(), self._clock()
        self._ends = {one: end for one, end in self._ends.items() if end > now}
        if len(self._ends) >= _MOST:
            del self._ends[next(iter(self._ends))]
        self._ends[session] = now + LIFETIME
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
