"""TLS: one context for all clients, made at the first handshake."""

import asyncio
import datetime
import ssl
import threading
from collections.abc import Generator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from openai_assistants import (
    APIConnectionError,
    AssistantsClient,
    AsyncAssistantsClient,
    OpenAIEndpoint,
)
from openai_assistants._http.tls import LazySSLContext, shared_context
from openai_assistants_rest.models import Assistant

LIST = b'{"object": "list", "data": [], "first_id": null, "last_id": null, "has_more": false}'


class EmptyList(BaseHTTPRequestHandler):
    """Answers everything with an empty list."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answers."""
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(LIST)))
        self.end_headers()
        self.wfile.write(LIST)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that signs itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "loopback")])
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "loopback.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return path


@pytest.fixture(scope="module")
def url(certificate: Path) -> Generator[str]:
    """A server that speaks TLS."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), EmptyList)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def new_context() -> Generator[None]:
    """Each test begins as a new process does."""
    shared_context.cache_clear()
    yield
    shared_context.cache_clear()


def client(url: str) -> AssistantsClient:
    return AssistantsClient(OpenAIEndpoint(url), "key", max_retries=0)


def test_a_certificate_of_the_environment_is_trusted(
    url: str, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with client(url) as one:
        assert one.assistants.list().data == []


def test_so_it_is_by_the_asynchronous_client(
    url: str, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))

    async def listed() -> list[Assistant]:
        async with AsyncAssistantsClient(OpenAIEndpoint(url), "key", max_retries=0) as one:
            return (await one.assistants.list()).data

    assert asyncio.run(listed()) == []


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(url: str) -> None:
    with client(url) as one, pytest.raises(APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"):
        one.assistants.list()


def test_clients_share_one_context_that_is_made_once(
    url: str, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second client trusts what the first did, though the variable is gone."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with client(url) as one:
        one.assistants.list()
    monkeypatch.delenv("SSL_CERT_FILE")
    with client(url) as two:
        assert two.assistants.list().data == []


def test_a_client_that_does_not_speak_tls_makes_no_context(monkeypatch: pytest.MonkeyPatch) -> None:
    with client("http://127.0.0.1:9/v1") as one, pytest.raises(APIConnectionError):
        one.assistants.list()
    context = shared_context()
    assert isinstance(context, LazySSLContext)
    assert "_context" not in vars(context)
