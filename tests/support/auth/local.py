"""Local servers: an API that checks tokens, and the two that azure-identity gets them from."""

import json
import ssl
import threading
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import attrs
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

THREAD = {"id": "thread_1", "object": "thread", "created_at": 1, "metadata": {}}


@attrs.frozen
class Asked:
    """A request as it arrived; header names are in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        """The body as a form."""
        return _first_of_each(self.body.decode())


@attrs.frozen
class Reply:
    """What a server answers; a header with several values is sent several times."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str | list[str]] = attrs.field(factory=dict[str, str | list[str]])


@attrs.define
class Server:
    """A server that is running, and what it was asked."""

    url: str
    asked: list[Asked] = attrs.field(factory=list[Asked])

    @property
    def last(self) -> Asked:
        """The latest request."""
        return self.asked[-1]


class _Listener(ThreadingHTTPServer):
    request_queue_size = 128


@contextmanager
def serving(
    answer: Callable[[Asked], Reply], tls: ssl.SSLContext | None = None
) -> Generator[Server]:
    """Runs a server on a free port of this machine."""
    running = Server("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            length = int(self.headers.get("content-length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(
                self.command, path, _first_of_each(query), headers, self.rfile.read(length)
            )
            running.asked.append(asked)
            self.reply(answer(asked))

        do_POST = do_GET  # noqa: N815 - so http.server wants it

        def reply(self, reply: Reply) -> None:
            content = b"" if reply.body is None else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                for each in [value] if isinstance(value, str) else value:
                    self.send_header(name, each)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    with _Listener(("127.0.0.1", 0), Handler) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        running.url = f"{'http' if tls is None else 'https'}://localhost:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield running
        finally:
            server.shutdown()
            thread.join()


def _first_of_each(text: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(text).items()}


def make_certificate(folder: Path) -> tuple[ssl.SSLContext, str]:
    """A server's TLS context for localhost, and the file that clients have to trust."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    trusted, private = folder / "trusted.pem", folder / "private.pem"
    trusted.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(trusted, private)
    return context, str(trusted)


@attrs.define
class Issuer:
    """Gives out tokens named by number, as an authority and as a managed identity endpoint.

    Attributes:
        lifetimes: seconds that each token lives, in order; 3600 for those after.
        broken: what it answers in place of a token.
    """

    lifetimes: list[int] = attrs.field(factory=list[int])
    broken: Reply | None = None
    count: int = 0

    def answer(self, asked: Asked) -> Reply:
        """A token, or what leads to the place where tokens are given out."""
        if asked.path.endswith("/.well-known/openid-configuration"):
            return self._openid_configuration(asked)
        if self.broken is not None:
            return self.broken
        self.count += 1
        lifetime = self.lifetimes.pop(0) if self.lifetimes else 3600
        token = {"access_token": f"token-{self.count}", "token_type": "Bearer"}
        if asked.method == "POST":
            return Reply(body={**token, "expires_in": lifetime})
        expires_on = str(int(time.time()) + lifetime)
        return Reply(body={**token, "expires_on": expires_on, "resource": asked.query["resource"]})

    def _openid_configuration(self, asked: Asked) -> Reply:
        origin = f"https://{asked.headers['host']}"
        tenant = f"{origin}/{asked.path.split('/')[1]}"
        return Reply(
            body={
                "issuer": f"{tenant}/v2.0",
                "authorization_endpoint": f"{tenant}/oauth2/v2.0/authorize",
                "token_endpoint": f"{tenant}/oauth2/v2.0/token",
            }
        )


@attrs.define
class Api:
    """The API: answers with a thread, but first with the replies given, in order."""

    replies: list[Reply] = attrs.field(factory=list[Reply])

    def answer(self, asked: Asked) -> Reply:
        """The next reply."""
        return self.replies.pop(0) if self.replies else Reply(body=THREAD)


def tokens_sent(api: Server) -> list[str]:
    """The token of each request."""
    return [asked.headers["authorization"].removeprefix("Bearer ") for asked in api.asked]
