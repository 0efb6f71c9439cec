"""One TLS context for all clients of the process, made when a connection first needs it.

Reading the certificates takes longer than all else a new client does.
"""

import ssl
from functools import cache, cached_property
from typing import Any

import httpx


class LateContext(ssl.SSLContext):
    """A context in front of httpx's own, which is made at the first handshake.

    So SSL_CERT_FILE and SSL_CERT_DIR are what they are then.
    """

    _protocols: list[str] | None = None

    @cached_property
    def _context(self) -> ssl.SSLContext:
        context = httpx.create_ssl_context()
        if self._protocols is not None:
            context.set_alpn_protocols(self._protocols)
        return context

    def set_alpn_protocols(self, alpn_protocols: Any) -> None:
        """Notes them: they are the same for every connection."""
        self._protocols = list(alpn_protocols)

    def wrap_socket(self, *arguments: Any, **options: Any) -> ssl.SSLSocket:
        """As of httpx's context."""
        return self._context.wrap_socket(*arguments, **options)

    def wrap_bio(self, *arguments: Any, **options: Any) -> ssl.SSLObject:
        """As of httpx's context."""
        return self._context.wrap_bio(*arguments, **options)


@cache
def shared_context() -> ssl.SSLContext:
    """The context of this process."""
    return LateContext(ssl.PROTOCOL_TLS_CLIENT)
