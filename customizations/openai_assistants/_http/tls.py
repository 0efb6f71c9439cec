"""One TLS context for all clients of the process, made when a connection first needs it.

Loading the certificates takes longer than everything else a new client does.
"""

import ssl
from functools import cache, cached_property
from typing import Any

import httpx


class LazySSLContext:
    """Stands for a context: it makes httpx's own at the first handshake, and delegates to it.

    SSL_CERT_FILE and SSL_CERT_DIR are read then. It is none itself, for OpenSSL prepares itself for
    the first one that there is, which takes a while, and plain http needs none.
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

    def __getattr__(self, name: str) -> Any:
        """As of httpx's context: `wrap_socket` and `wrap_bio` are what is used."""
        return getattr(self._context, name)


@cache
def shared_context() -> Any:
    """What all clients of this process have as their ssl.SSLContext."""
    return LazySSLContext()
