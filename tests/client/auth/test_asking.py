"""How credentials are asked, by what they accept, and what comes of their failures."""

import asyncio
import functools
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from azure.core.credentials import AccessToken, AccessTokenInfo
from azure.core.credentials import AzureKeyCredential as CoreKeyCredential
from azure.core.exceptions import ClientAuthenticationError
from tests.support.auth.refusal import CLAIMS, challenge
from tests.support.client.wire import Wire

from openai_assistants import (
    AssistantsClient,
    AssistantsError,
    AsyncAssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    CredentialError,
    StaticTokenCredential,
)
from openai_assistants._auth.authenticator import async_authenticator_for, authenticator_for

ENDPOINT = AzureOpenAIEndpoint("https://res.openai.azure.com")
SCOPE = "https://cognitiveservices.azure.com/.default"
SECRET = "s3cr3t-value"
FAR = 2**33


@attrs.define
class Noted:
    """The keyword arguments a credential was asked with."""

    asked: list[dict[str, Any]] = attrs.field(factory=list[dict[str, Any]])

    def note(self, scopes: tuple[str, ...], keywords: dict[str, Any]) -> AccessToken:
        assert scopes == (SCOPE,)
        self.asked.append(keywords)
        return AccessToken(f"t{len(self.asked)}", FAR)


class Plain(Noted):
    def get_token(self, *scopes: str) -> AccessToken:
        return self.note(scopes, {})


class TakesClaims(Noted):
    def get_token(self, *scopes: str, claims: str | None = None) -> AccessToken:
        return self.note(scopes, {"claims": claims})


class TakesCaeOnly(Noted):
    def get_token(self, *scopes: str, enable_cae: bool = False) -> AccessToken:
        return self.note(scopes, {"enable_cae": enable_cae})


class TakesAnything(Noted):
    def get_token(self, *scopes: str, **kwargs: Any) -> AccessToken:
        return self.note(scopes, kwargs)


class TakesOptions(Noted):
    def get_token_info(self, *scopes: str, options: Any = None) -> AccessTokenInfo:
        self.note(scopes, dict(options))
        return AccessTokenInfo(f"t{len(self.asked)}", FAR)


class AsyncTakesOptions(TakesOptions):
    async def get_token_info(self, *scopes: str, options: Any = None) -> AccessTokenInfo:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return super().get_token_info(*scopes, options=options)


CAE = {"enable_cae": True}
WITH_CLAIMS = {"enable_cae": True, "claims": CLAIMS}


@pytest.mark.parametrize(
    ("kind", "challenged", "asked"),
    [
        (Plain, False, [{}, {}]),
        (TakesClaims, True, [{"claims": None}, {"claims": CLAIMS}]),
        (TakesCaeOnly, False, [{"enable_cae": False}] * 2),
        (TakesAnything, True, [CAE, WITH_CLAIMS]),
        (TakesOptions, True, [CAE, WITH_CLAIMS]),
    ],
)
@pytest.mark.parametrize("asynchronous", [False, True])
def test_each_is_asked_for_what_it_accepts(
    kind: type[Noted], challenged: bool, asked: list[Any], asynchronous: bool
) -> None:
    """One without claims cannot answer a challenge, so it is not asked for tokens that get one."""
    credential: Any = kind()
    one = Caller(credential, asynchronous)
    assert one.headers() == {"authorization": "Bearer t1"}
    assert one.auth.on_challenge(401, challenge()) is challenged
    assert one.headers() == {"authorization": "Bearer t2"}
    assert credential.asked == asked


def test_asynchronous_options() -> None:
    """As azure-identity.aio has them; the synchronous client refuses it when it is made."""
    credential = AsyncTakesOptions()
    assert Caller(credential, asynchronous=True).headers() == {"authorization": "Bearer t1"}
    assert credential.asked == [CAE]
    with pytest.raises(TypeError, match="AsyncAssistantsClient"):
        AssistantsClient(ENDPOINT, credential, http_client=Wire().http())  # type: ignore[call-overload]


class Caller:
    """An authenticator of either kind."""

    def __init__(self, credential: Any, asynchronous: bool) -> None:
        self.asynchronous = asynchronous
        self.auth: Any = (async_authenticator_for if asynchronous else authenticator_for)(
            ENDPOINT, credential
        )

    def headers(self) -> dict[str, str]:
        """The headers of the next attempt."""
        headers = self.auth.headers()
        result: dict[str, str] = asyncio.run(headers) if self.asynchronous else headers
        return result


@attrs.frozen
class Fails:
    """A credential that raises, or gives something else than a token."""

    error: BaseException | None = None
    answer: Any = None

    def get_token(self, *scopes: str) -> Any:
        if self.error is not None:
            raise self.error
        return self.answer


def by_function(error: Exception) -> Callable[[], str]:
    """A token function that raises."""

    def provider() -> str:
        raise error

    return provider


both = pytest.mark.parametrize("asynchronous", [False, True])


@both
def test_what_azure_core_says_is_passed_on(asynchronous: bool) -> None:
    """Its messages are made for people; the credential is named, and the cause is chained."""
    error = ClientAuthenticationError(message="AADSTS7000215: Invalid client secret provided.")
    with pytest.raises(AssistantsError) as caught:
        Caller(Fails(error), asynchronous).headers()
    assert type(caught.value) is CredentialError
    assert caught.value.__cause__ is error
    assert str(caught.value) == (
        "Fails failed (ClientAuthenticationError: AADSTS7000215: Invalid client secret provided.); "
        "check how it is set up, and that it can reach what it gets tokens from"
    )


@both
@pytest.mark.parametrize(
    "error", [RuntimeError(SECRET), StopIteration(SECRET), KeyError(SECRET), OSError(SECRET)]
)
def test_other_texts_are_not_repeated(error: Exception, asynchronous: bool) -> None:
    """They may hold anything; StopIteration must not hold up the event loop either."""
    for credential in (Fails(error), by_function(error)):
        with pytest.raises(CredentialError, match=type(error).__name__) as caught:
            Caller(credential, asynchronous).headers()
        assert caught.value.__cause__ is error
        assert SECRET not in f"{caught.value!s}{caught.value!r}"


def test_functions_are_named() -> None:
    """By their own name, or that of their class."""
    with pytest.raises(
        CredentialError, match=r"the token function by_function\.<locals>\.provider"
    ):
        Caller(by_function(OSError()), asynchronous=False).headers()
    with pytest.raises(CredentialError, match="the token function partial failed"):
        Caller(functools.partial(int, "x"), asynchronous=False).headers()


@both
@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (None, "but NoneType"),
        ("token", "but str"),
        (AccessToken("t", None), "but AccessToken"),  # type: ignore[arg-type]
        (AccessToken("t", "tomorrow"), "but AccessToken"),  # type: ignore[arg-type]
        (AccessToken(f"{SECRET}\n", FAR), "the token has blanks"),
        (AccessToken(None, FAR), "the token must be a string, not NoneType"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_token(answer: Any, text: str, asynchronous: bool) -> None:
    """And never sent."""
    with pytest.raises(CredentialError, match=text) as caught:
        Caller(Fails(answer=answer), asynchronous).headers()
    assert SECRET not in str(caught.value)


@both
@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3)])
def test_interruptions_pass(error: BaseException, asynchronous: bool) -> None:
    """They are not about the credential."""
    with pytest.raises(type(error)):
        Caller(Fails(error), asynchronous).headers()


def test_cancellation_passes() -> None:
    """As it is, from a credential that is being waited for."""

    async def scenario() -> None:
        started = asyncio.Event()

        async def provider() -> str:
            started.set()
            await asyncio.Event().wait()
            raise AssertionError

        auth = async_authenticator_for(ENDPOINT, provider)
        task = asyncio.ensure_future(auth.headers())
        await started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scenario())


def call(function: Callable[[], Any]) -> Any:
    """What a function returns."""
    return function()


def test_asynchronous_credentials_that_do_not_look_like_it() -> None:
    """A coroutine comes out only when called: the synchronous client says so, the other waits."""

    async def get_token(*scopes: str) -> AccessToken:
        return AccessToken("t", FAR)

    class Hidden:
        def get_token(self, *scopes: str) -> Any:
            return get_token(*scopes)

    async def provider() -> str:
        return "t"

    for credential in (Hidden(), functools.partial(call, provider)):
        with pytest.raises(CredentialError, match="needs AsyncAssistantsClient"):
            Caller(credential, asynchronous=False).headers()
        assert Caller(credential, asynchronous=True).headers() == {"authorization": "Bearer t"}


@both
def test_a_key_that_can_no_longer_be_sent(asynchronous: bool) -> None:
    """azure-core's own class takes any text."""
    key = CoreKeyCredential("k")
    one = Caller(key, asynchronous)
    assert one.headers() == {"api-key": "k"}
    key.update(f"{SECRET}\n")
    with pytest.raises(
        CredentialError, match="AzureKeyCredential returned an invalid key"
    ) as caught:
        one.headers()
    assert SECRET not in str(caught.value)


@both
def test_a_replaced_key_is_used_at_once(asynchronous: bool) -> None:
    """On the next request of a client that there is already."""
    wire, key = Wire(), AzureKeyCredential("one")

    async def scenario() -> None:
        client = AsyncAssistantsClient(ENDPOINT, key, http_client=wire.async_http())
        await client.threads.create()
        key.update("two")
        await client.threads.create()

    if asynchronous:
        asyncio.run(scenario())
    else:
        client = AssistantsClient(ENDPOINT, key, http_client=wire.http())
        client.threads.create()
        key.update("two")
        client.threads.create()
    assert [sent.headers["api-key"] for sent in wire.sent] == ["one", "two"]


@both
@pytest.mark.parametrize(
    "credential", [None, "k", AzureKeyCredential("k"), StaticTokenCredential("k"), lambda: "k"]
)
def test_keys_and_static_tokens_answer_no_challenge(credential: Any, asynchronous: bool) -> None:
    """There is no other to be had."""
    one = Caller(credential, asynchronous)
    before = one.headers()
    assert one.auth.on_challenge(401, challenge()) is False
    assert one.headers() == before


def test_the_secret_is_in_no_repr() -> None:
    """Of an authenticator, or of what it holds."""
    for credential in (AzureKeyCredential(SECRET), StaticTokenCredential(SECRET)):
        one = Caller(credential, asynchronous=False)
        one.headers()
        assert SECRET not in repr(one.auth)
        assert SECRET not in repr(vars(one.auth))
