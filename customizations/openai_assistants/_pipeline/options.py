"""The options of clients, for type checkers; none of this is loaded at run time."""

from collections.abc import Iterable, Mapping
from typing import TypedDict

from openai_assistants_core import NotGiven

from .._http.types import AsyncHttpClient, HttpClient, TimeoutLike
from .kept_ids import IdRegistry

HeaderValues = Mapping[str, str | NotGiven | None]
QueryValues = Mapping[str, object]


class CallSettings(TypedDict, total=False):
    """The options of a client that `with_options` can change.

    Attributes:
        api_version: of an Azure or Foundry endpoint.
        organization, project: who OpenAI bills.
        timeout: seconds, a Timeout of httpx or httpx2, or None to wait without end; 600, with 5 to
            connect.
        total_timeout: seconds that a whole call may take, retries included; None, no limit.
        max_retries: how often a failed call is retried, where that is safe; 2.
        max_retry_wait: seconds to wait at most before a retry. If a service asks for more, the
            call ends; 120.
        reconcile: tag what calls create with an id in its metadata, and search for that id after
            an unknown outcome, before the call is sent again; False.
        default_headers: sent with every call; None leaves a header out that would be sent.
        default_query: added to the query of every call.
        user_agent_prefix: put before this library's own User-Agent.
        check_availability: refuse, before sending, what the endpoint certainly does not have; True.
        log_headers: more headers that the log may show; never those that carry credentials.
        log_query: more query parameters that the log may show.
        log_bodies: log the bodies of requests and responses too, at the level verbose; False.
        raise_on_failure: whether waiting for a run raises RunFailed if it ends without completing;
            False, as in the openai package.
        trace_content: put instructions and messages into traces; not given, as
            OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT says.
        registry: keeps the ids of the threads and files that are made; a
            `transfer.ThreadRegistry`, or None.
    """

    api_version: str | None
    organization: str | None
    project: str | None
    timeout: float | TimeoutLike | NotGiven | None
    total_timeout: float | NotGiven | None
    max_retries: int
    max_retry_wait: float
    reconcile: bool
    default_headers: HeaderValues | None
    default_query: QueryValues | None
    user_agent_prefix: str | None
    check_availability: bool
    log_headers: Iterable[str]
    log_query: Iterable[str]
    log_bodies: bool
    raise_on_failure: bool
    trace_content: bool
    registry: IdRegistry | None


class ClientOptions(CallSettings, total=False):
    """The options of AssistantsClient.

    Attributes:
        http_client: the client of httpx or httpx2 to use, which stays the caller's to close.
    """

    http_client: HttpClient | None


class AsyncClientOptions(CallSettings, total=False):
    """The options of AsyncAssistantsClient.

    Attributes:
        http_client: the client of httpx or httpx2 to use, which stays the caller's to close.
    """

    http_client: AsyncHttpClient | None
