"""What makes the credentials of azure-identity, synchronous and asynchronous."""

from collections.abc import Callable
from typing import Any

import azure.identity
import azure.identity.aio
from tests.client.auth.conftest import Authority

from .scene import Credentials

SECRET = "cl13nt-s3cr3t"


def by_managed_identity() -> Credentials:
    """Managed identity, as the environment says."""
    return azure.identity.ManagedIdentityCredential, azure.identity.aio.ManagedIdentityCredential


def by_client_secret(authority: Authority) -> Credentials:
    """A client's secret, shown to this authority."""

    def making(kind: Callable[..., Any]) -> Callable[[], Any]:
        return lambda: kind(
            "tenant",
            "client",
            SECRET,
            authority=authority.server.url,
            disable_instance_discovery=True,
            connection_verify=authority.trusted,
            retry_total=0,
        )

    return (
        making(azure.identity.ClientSecretCredential),
        making(azure.identity.aio.ClientSecretCredential),
    )
