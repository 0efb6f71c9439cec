"""What clients are constructed from, and what is refused."""

import asyncio
from typing import Any, cast

import httpx
import pytest
from tests.support.client.wire import Wire

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    CompatibleEndpoint,
    OpenAIEndpoint,
    OpenAIKeyCredential,
    StaticTokenCredential,
)

AZURE = "https://res.openai.azure.com"

Any_client = cast("Any", AssistantsClient)


class AsyncCredential:
    async def get_token(self, *scopes: str) -> Any:
        raise AssertionError("must not be asked")


WAYS = "the ways to make a client are"
REFUSED: list[tuple[tuple[Any, ...], dict[str, Any], type[Exception], str]] = [
    ((), {}, TypeError, WAYS),
    ((AZURE,), {}, TypeError, "a string alone"),
    (("sk-secret",), {}, TypeError, "a string alone"),
    ((OpenAIEndpoint(),), {}, TypeError, "OpenAIEndpoint needs a credential"),
    ((AzureOpenAIEndpoint(AZURE),), {}, TypeError, "AzureOpenAIEndpoint needs a credential"),
    ((AzureKeyCredential("secret"),), {}, TypeError, "which resource"),
    ((StaticTokenCredential("secret"),), {}, TypeError, "which resource"),
    ((AZURE, OpenAIKeyCredential("secret")), {}, TypeError, "OpenAIKeyCredential"),
    ((AZURE, 3), {}, TypeError, "int is not a credential"),
    ((AZURE, object()), {}, TypeError, "object is not a credential"),
    ((AzureKeyCredential("secret"), AZURE), {}, TypeError, "the first argument"),
    ((AZURE, AsyncCredential()), {}, TypeError, "AsyncAssistantsClient"),
    (("res.openai.azure.com", AzureKeyCredential("secret")), {}, ValueError, "absolute"),
    (("ftp://res", AzureKeyCredential("secret")), {}, ValueError, "absolute"),
    (("https://res example", AzureKeyCredential("secret")), {}, ValueError, "absolute"),
    (("https://res:99999", AzureKeyCredential("secret")), {}, ValueError, "Port"),
    (("https://[res", AzureKeyCredential("secret")), {}, ValueError, "IPv6"),
    (("http://res.example", AzureKeyCredential("secret")), {}, ValueError, "plain http"),
    (("https://u:secret@res", AzureKeyCredential("k")), {}, ValueError, "user name or password"),
    (("https://res?sig=secret", AzureKeyCredential("k")), {}, ValueError, "query"),
    ((f"{AZURE}/openai/deployments/x", AzureKeyCredential("k")), {}, ValueError, "deployment"),
    ((AZURE, AzureKeyCredential("k")), {"organization": "o"}, TypeError, "organization"),
    ((OpenAIKeyCredential("k"),), {"api_version": "v"}, TypeError, "api_version"),
    ((OpenAIKeyCredential("k"),), {"nonsense": 1}, TypeError, "nonsense"),
    ((OpenAIKeyCredential("k"),), {"max_retries": -1}, ValueError, "max_retries"),
    ((OpenAIKeyCredential("k"),), {"http_client": object()}, TypeError, "httpx.Client"),
]


@pytest.mark.parametrize(("arguments", "options", "error", "text"), REFUSED)
def test_what_is_refused(
    arguments: tuple[Any, ...], options: dict[str, Any], error: type[Exception], text: str
) -> None:
    """Each mistake has its own message, and none shows a secret."""
    with pytest.raises(error, match=text) as caught:
        Any_client(*arguments, **options)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("key", ["", " k", "k\n", "k\r\nx: y", "schlüssel", "k\x00"], ids=repr)
def test_a_key_no_header_can_carry_is_refused(key: str) -> None:
    """A key read with its line break is refused where it is given, not when it is sent."""
    for kind in (AzureKeyCredential, OpenAIKeyCredential, StaticTokenCredential):
        with pytest.raises(ValueError, match=r"key|token") as caught:
            kind(key)
        assert not key.strip(" k") or key not in str(caught.value)


def test_a_lone_openai_key_means_openai() -> None:
    """By position and by name; "Bearer " in front of it does no harm."""
    for client in (
        AssistantsClient(OpenAIKeyCredential("Bearer sk")),
        AssistantsClient(credential=OpenAIKeyCredential("sk")),
        AssistantsClient(lambda: "sk"),
    ):
        assert client.endpoint == OpenAIEndpoint()
        client.close()
    assert OpenAIKeyCredential("Bearer sk").key == "sk"


def test_only_a_compatible_endpoint_goes_without_a_credential() -> None:
    """And then no credential header is sent, over plain http too."""
    wire = Wire()
    client = AssistantsClient(CompatibleEndpoint("http://far.example/v1"), http_client=wire.http())
    client.threads.create()
    assert "authorization" not in wire.last.headers
    assert "api-key" not in wire.last.headers


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1", "http://[::1]:1", "http://localhost", "http://a.localhost:2"]
)
def test_plain_http_is_fine_on_this_machine(url: str) -> None:
    """Loopback is no network."""
    AssistantsClient(url, AzureKeyCredential("k"), http_client=Wire().http())


def test_plain_http_elsewhere_has_to_be_allowed() -> None:
    """The endpoint says so, not an option of the client."""
    endpoint = AzureOpenAIEndpoint("http://res.example", allow_insecure=True)
    assert AssistantsClient(endpoint, AzureKeyCredential("k"), http_client=Wire().http())


def test_options_change_the_endpoint() -> None:
    """api_version, organization and project are fields of endpoints."""
    key = AzureKeyCredential("k")
    client = AssistantsClient(
        AZURE, key, api_version="2024-05-01-preview", http_client=Wire().http()
    )
    assert client.endpoint == AzureOpenAIEndpoint(AZURE, api_version="2024-05-01-preview")
    openai = AssistantsClient(
        OpenAIKeyCredential("k"), organization="o", project="p", http_client=Wire().http()
    )
    assert openai.endpoint == OpenAIEndpoint(organization="o", project="p")


def test_with_options_shares_connections_and_merges() -> None:
    """Headers and query are added; the first client stays as it was."""
    wire = Wire()
    client = AssistantsClient(
        OpenAIKeyCredential("k"), default_headers={"x-a": "1"}, http_client=wire.http()
    )
    other = client.with_options(
        default_headers={"x-b": "2"}, default_query={"q": 1}, project="p", user_agent_prefix="app/1"
    )
    other.threads.create()
    assert wire.last.url == "https://api.openai.com/v1/threads?q=1"
    assert wire.last.headers["x-a"] == "1"
    assert wire.last.headers["x-b"] == "2"
    assert wire.last.headers["openai-project"] == "p"
    assert wire.last.headers["user-agent"].startswith("app/1 openai-assistants-python/")
    client.threads.create()
    assert wire.last.url == "https://api.openai.com/v1/threads"
    assert "x-b" not in wire.last.headers
    assert client.copy().endpoint == client.endpoint


def test_a_given_http_client_stays_open_and_an_own_one_is_closed() -> None:
    """Who makes a connection pool closes it."""
    http = Wire().http()
    with AssistantsClient(OpenAIKeyCredential("k"), http_client=http) as client:
        assert client.beta is client
    assert not http.is_closed
    with AssistantsClient(OpenAIKeyCredential("k")) as owner:
        own = owner._transport.http  # pyright: ignore[reportPrivateUsage]
        owner.with_options(max_retries=0).close()
        assert not own.is_closed
    assert own.is_closed


def test_the_same_for_the_asynchronous_client() -> None:
    """Closing, and credentials of either kind."""

    async def scenario() -> None:
        http = Wire().async_http()
        async with AsyncAssistantsClient(AZURE, AsyncCredential(), http_client=http) as client:
            assert client.endpoint == AzureOpenAIEndpoint(AZURE)
        assert not http.is_closed
        async with AsyncAssistantsClient(OpenAIKeyCredential("k")) as owner:
            own = owner._transport.http  # pyright: ignore[reportPrivateUsage]
        assert own.is_closed

    asyncio.run(scenario())


def test_time_limits() -> None:
    """600 s with 5 to connect, unless the client or its http_client was made with others."""
    key = OpenAIKeyCredential("k")

    def limits(**options: Any) -> Any:
        client = AssistantsClient(key, **options)
        return client._transport.settings.timeout  # pyright: ignore[reportPrivateUsage]

    assert limits() == httpx.Timeout(600, connect=5)
    assert limits(timeout=3) == 3
    assert limits(timeout=None) is None
    assert limits(http_client=httpx.Client()) == httpx.Timeout(600, connect=5)
    assert limits(http_client=httpx.Client(timeout=7)) == httpx.Timeout(7)


def test_no_repr_shows_a_secret() -> None:
    """Not of credentials, not of clients, not of what they are made of."""
    secret = "s3cr3t-value"
    for made in (
        AzureKeyCredential(secret),
        OpenAIKeyCredential(secret),
        StaticTokenCredential(secret),
        StaticTokenCredential(secret).get_token(),
        AssistantsClient(OpenAIKeyCredential(secret), default_headers={"x-key": secret}),
        AsyncAssistantsClient(OpenAIKeyCredential(secret)),
        AssistantsClient(OpenAIKeyCredential(secret))._transport,  # pyright: ignore[reportPrivateUsage]
    ):
        assert secret not in repr(made)
        assert secret not in str(made)
