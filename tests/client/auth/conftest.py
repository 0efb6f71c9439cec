"""The servers that azure-identity gets its tokens from."""

import ssl
from collections.abc import Generator

import attrs
import pytest
from tests.support.auth.local import Issuer, Server, make_certificate, serving


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, str]:
    """A server's TLS context for localhost, and the file that clients have to trust."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@attrs.frozen
class Authority:
    """A running authority, what it gives out, and the file to trust it by."""

    server: Server
    issuer: Issuer
    trusted: str


@pytest.fixture
def authority(certificate: tuple[ssl.SSLContext, str]) -> Generator[Authority]:
    """An authority over TLS."""
    issuer = Issuer()
    with serving(issuer.answer, certificate[0]) as server:
        yield Authority(server, issuer, certificate[1])


@attrs.frozen
class ManagedIdentity:
    """A running managed identity endpoint, and what it gives out."""

    server: Server
    issuer: Issuer


@pytest.fixture
def managed_identity(monkeypatch: pytest.MonkeyPatch) -> Generator[ManagedIdentity]:
    """A managed identity endpoint as App Service has it, and the environment that says so."""
    for name in ("MSI_ENDPOINT", "MSI_SECRET", "IMDS_ENDPOINT", "IDENTITY_SERVER_THUMBPRINT"):
        monkeypatch.delenv(name, raising=False)
    issuer = Issuer()
    with serving(issuer.answer) as server:
        monkeypatch.setenv("IDENTITY_ENDPOINT", f"{server.url}/msi/token")
        monkeypatch.setenv("IDENTITY_HEADER", "identity-header-of-the-app")
        yield ManagedIdentity(server, issuer)
