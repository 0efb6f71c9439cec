"""Where a model server is, and what may be asked of it."""

import re
from collections.abc import Mapping
from typing import Any, Literal

import httpx
from attrs import field, frozen

Api = Literal["chat_completions", "responses"]
"""What a server speaks."""

MODEL_KEY = "ASSISTANTS_MODEL_KEY"
"""The environment variable with the key of a server, unless it is OpenAI's or Azure's."""

_RESPONSES = "responses+"
_USERINFO = re.compile(r"//[^/]*@")
_LAST_PORT = 65535
_PATHS = ("/chat/completions", "/responses")
_AZURE = (".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com")
_OPENAI = (".openai.com",)


class ModelConfigError(ValueError):
    """A model server cannot be used as it was named; the message says what to change."""


@frozen
class Limits:
    """How long to wait for a server, and how much it may be given and may write.

    Attributes:
        timeout: seconds without a word from it.
        max_retries: how often a request is sent again after a failure that may pass.
        context_tokens: how much the model takes in, for servers that cut more off in silence.
        max_completion_tokens: the most that a turn may write.
    """

    timeout: float = 300.0
    max_retries: int = 2
    context_tokens: int | None = None
    max_completion_tokens: int | None = None


def _nothing() -> Mapping[str, Any]:
    return {}


@frozen(kw_only=True)
class ServerConfig:
    """One model of a server.

    Attributes:
        url: the base URL, to which the path of the API is added; its query is kept.
        model: the name there; None passes on the one that the run has.
        key_variable: the environment variable that the key comes from.
        extra_body: members that are added to every request, or replace what is there.
    """

    url: httpx.URL
    api: Api = "chat_completions"
    model: str | None = None
    key: str | None = field(default=None, repr=False)
    key_variable: str = MODEL_KEY
    limits: Limits = field(factory=Limits)
    extra_body: Mapping[str, Any] = field(factory=_nothing)

    def at(self, path: str) -> httpx.URL:
        """Return the URL of a path behind the base URL."""
        return self.url.copy_with(path=self.url.path + path)

    @property
    def headers(self) -> dict[str, str]:
        """What every request carries; a resource of Azure takes its key in a header of its own."""
        if self.key is None:
            return {}
        azure = self.url.host.endswith(_AZURE)
        return {"api-key": self.key} if azure else {"Authorization": f"Bearer {self.key}"}

    @property
    def is_hosted(self) -> bool:
        """Whether this is OpenAI or Azure, whose newer models do not take `max_tokens`."""
        return self.url.host.endswith((*_OPENAI, *_AZURE))


def parse_server(
    text: str, environment: Mapping[str, str], key_variable: str | None = None
) -> ServerConfig:
    """Read how a model server is named: a URL, `responses+URL`, and `#NAME` of its model.

    Args:
        key_variable: has to be set; without one the variable goes by the host, and may be unset.

    Raises:
        ModelConfigError: it is no such URL, or the key is missing.
    """
    api: Api = "responses" if text.startswith(_RESPONSES) else "chat_completions"
    shown = repr(_USERINFO.sub("//***@", text))
    try:
        url = httpx.URL(text.removeprefix(_RESPONSES))
    except httpx.InvalidURL as error:
        raise ModelConfigError(f"{shown} is no URL: {error}") from error
    if url.scheme not in ("http", "https") or not url.host or (url.port or 0) > _LAST_PORT:
        raise ModelConfigError(f"{shown} is no URL of http or https")
    variable = key_variable or _key_variable(url.host)
    if url.userinfo:
        raise ModelConfigError(
            f"the URL of {url.host} has a key or password in it, which others can see: put the "
            f"key into the environment variable {variable}"
        )
    key = environment.get(variable, "").strip() or None
    if key is None and key_variable is not None:
        raise ModelConfigError(f"the environment variable {key_variable} is not set")
    path = url.path.rstrip("/")
    for operation in _PATHS:  # people paste the whole URL
        path = path.removesuffix(operation)
    path = path or "/v1"
    model = url.fragment or None
    url = url.copy_with(path=path, fragment=None)
    return ServerConfig(url=url, api=api, model=model, key=key, key_variable=variable)


def _key_variable(host: str) -> str:
    """Return the variable whose key this host may be sent: no other's, so that none leaks."""
    if host.endswith(_AZURE):
        return "AZURE_OPENAI_API_KEY"
    return "OPENAI_API_KEY" if host.endswith(_OPENAI) else MODEL_KEY
