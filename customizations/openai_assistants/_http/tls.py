"""One TLS context for all clients of the process, made when a connection first needs it.

Loading the certificates takes longer than everything else a new client does.
"""

import ssl
from functools import cache, cached_property
from typing import Any

import httpx


class LazySSLContext(ssl.SSLContext):
    """A context that makes httpx's own at the first handshake, and delegates to it.

    SSL_CERT_FILE and SSL_CERT_DIR are read then.
    """

    _protocols: list[str] | None = None

    @cached_property
    def _context(self) -> ssl.SSLContext:
        context = httpx.create_ssl_context()
        if self._protocols is not None:
            context.set_alpn_protocols(self._protocols)
        return context

    def set_alpn_protocols(self, alpn_protocols: Any) -> None:
        """Sets the protocols, the same for every connection, once the context is made."""
        self._protocols = list(alpn_protocols)

    def wrap_socket(self, *arguments: Any, **options: Any) -> ssl.SSLSocket:
        """As of httpx's context."""
        return self._context.wrap_socket(*arguments, **options)

    def wrap_bio(self, *arguments: Any, **options: Any) -> ssl.SSLObject:
        """As of httpx's context."""
        return self._context.wrap_bio(*arguments, **options)


@cache
def shared_context() -> ssl.SSLContext:
    """The context that all clients of this process share."""
    return LazySSLContext(ssl.PROTOCOL_TLS_CLIENT)
