"""What `doctor` finds out and says; no I/O but reading what is installed."""

import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

from openai_assistants_core import (
    APIConnectionError,
    AssistantsError,
    AuthenticationError,
    NotFoundError,
    PermissionDeniedError,
)

from .._version import __version__
from ..credentials import credential_kind
from ..endpoints import Endpoint
from ..endpoints.from_environment import Found
from ..errors import CredentialError
from .connection import VARIABLES

PACKAGES = {
    "httpx": "",
    "msgspec": "",
    "typer": "cli",
    "rich": "cli",
    "azure-identity": "azure",
    "opentelemetry-api": "otel",
    "starlette": "service",
}
"""What this library uses, and the extra that installs it."""

Facts = dict[str, str]


def versions() -> Facts:
    """The versions of this library, of Python, and of what the library uses."""
    found = {"openai-assistants": __version__, "python": platform.python_version()}
    for package, extra in PACKAGES.items():
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = f"not installed: pip install 'openai-assistants[{extra}]'"
    return found


def configuration(found: Found, environ: Mapping[str, str]) -> Facts:
    """The endpoint and the credential, without any secret."""
    return {
        "endpoint": f"{found.endpoint.base_url} ({_kind(found.endpoint)})",
        "endpoint from": found.endpoint_from or "OpenAI's own URL",
        "credential": _credential(found.credential),
        "credential from": found.credential_from or "nowhere: this endpoint may need none",
        "variables set": ", ".join(variables_set(environ)) or "none",
    }


def variables_set(environ: Mapping[str, str]) -> list[str]:
    """The names of the variables that may count and are not empty."""
    return [name for name in VARIABLES if environ.get(name, "").strip()]


def reachable(error: AssistantsError | None, milliseconds: float) -> str:
    """What a call to the endpoint showed, in words."""
    took = f"in {milliseconds:.0f} ms"
    if error is None:
        return f"yes, {took}"
    if isinstance(error, CredentialError):
        return f"not tried: {error}"
    if isinstance(error, APIConnectionError):
        return f"no: {error}"
    if isinstance(error, AuthenticationError | PermissionDeniedError):
        return f"yes, {took}, but the credential is refused: {error}"
    if isinstance(error, NotFoundError):
        return f"a server answers, {took}, but does not serve the API at this URL: {error}"
    return f"yes, {took}, but with an error: {error}"


def _kind(endpoint: Endpoint) -> str:
    words = [type(endpoint).__name__]
    for name in ("api_version", "beta"):
        value = getattr(endpoint, name, None)
        words += [str(value)] if value else []
    return ", ".join(words)


def _credential(credential: object) -> str:
    if credential is None:
        return "none"
    kind = credential_kind(credential)
    return f"a {kind}" if isinstance(credential, str) else f"{type(credential).__name__}, a {kind}"
