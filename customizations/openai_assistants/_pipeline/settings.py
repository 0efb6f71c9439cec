"""What a client was told about how to call, besides where."""

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

from msgspec import field
from msgspec.structs import replace

from openai_assistants_core import NOT_GIVEN, NotGiven
from openai_assistants_core.record import Record

from .._telemetry.detection import content_is_wanted
from .._telemetry.redaction import Redaction
from .._version import __version__
from ..endpoints import Endpoint
from ..endpoints.from_arguments import with_fields
from ..retry import RetryPolicy

if TYPE_CHECKING:
    from .._http.types import AsyncHttpClient, HttpClient, TimeoutLike

HeaderValues = Mapping[str, str | NotGiven | None]
QueryValues = Mapping[str, object]


class CallSettings(TypedDict, total=False):
    """The options of a client that `with_options` can change.

    Attributes:
        api_version: of an Azure or Foundry endpoint.
        organization, project: who OpenAI bills.
        timeout: seconds, a Timeout of httpx or httpx2, or None to wait without end; 600, with 5 to
            connect.
        total_timeout: seconds that a whole call may take, repetitions included; None, no limit.
        max_retries: how often a failed call is repeated, where that is safe; 2.
        max_retry_wait: seconds to wait at most before a repetition. If a service asks for more, the
            call ends; 120.
        reconcile: settle calls of unknown outcome by a marker in the metadata of what they create,
            which is looked for before they are sent again; False.
        default_headers: sent with every call; None leaves a header out that would be sent.
        default_query: added to the query of every call.
        user_agent_prefix: put before this library's own User-Agent.
        check_availability: refuse, before sending, what the endpoint certainly does not have; True.
        log_headers: more headers that the log may show; never those that carry credentials.
        log_query: more query parameters that the log may show.
        log_bodies: log what is sent and answered too, at the level verbose; False.
        raise_on_failure: whether waiting for a run raises RunFailed if it ends without completing;
            False, as in the openai package.
        trace_content: put instructions and messages into traces; not given, as
            OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT says.
    """

    api_version: str | None
    organization: str | None
    project: str | None
    timeout: "float | TimeoutLike | NotGiven | None"
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


class ClientOptions(CallSettings, total=False):
    """The options of AssistantsClient.

    Attributes:
        http_client: the client of httpx or httpx2 to use, which stays the caller's to close.
    """

    http_client: "HttpClient | None"


class AsyncClientOptions(CallSettings, total=False):
    """The options of AsyncAssistantsClient.

    Attributes:
        http_client: the client of httpx or httpx2 to use, which stays the caller's to close.
    """

    http_client: "AsyncHttpClient | None"


def own_user_agent(prefix: str | None = None) -> str:
    """The User-Agent of this library, after what an application puts before it."""
    python = ".".join(map(str, sys.version_info[:3]))
    own = f"openai-assistants-python/{__version__} Python/{python} ({sys.platform})"
    return f"{prefix} {own}" if prefix else own


class Settings(Record, frozen=True, kw_only=True):
    """How a client calls: its endpoint, and the options above."""

    _hidden = ("headers", "query", "redaction")

    endpoint: Endpoint
    timeout: Any = NOT_GIVEN
    total_timeout: float | None = None
    max_retries: int = 2
    max_retry_wait: float = 120.0
    reconcile: bool = False
    headers: HeaderValues = field(default_factory=dict[str, str | NotGiven | None])
    query: QueryValues = field(default_factory=dict[str, object])
    user_agent: str = field(default_factory=own_user_agent)
    check_availability: bool = True
    redaction: Redaction = field(default_factory=Redaction)
    log_bodies: bool = False
    raise_on_failure: bool = False
    trace_content: bool = field(default_factory=content_is_wanted)

    @property
    def retry_policy(self) -> RetryPolicy:
        """How often and how long to repeat."""
        return RetryPolicy(
            max_retries=self.max_retries,
            longest_wait=min(RetryPolicy().longest_wait, self.max_retry_wait),
            longest_asked=self.max_retry_wait,
            total=self.total_timeout,
        )

    def changed(
        self,
        *,
        api_version: str | None = None,
        organization: str | None = None,
        project: str | None = None,
        default_headers: HeaderValues | None = None,
        default_query: QueryValues | None = None,
        user_agent_prefix: str | None = None,
        timeout: Any = NOT_GIVEN,
        total_timeout: Any = NOT_GIVEN,
        log_headers: Iterable[str] = (),
        log_query: Iterable[str] = (),
        **options: Any,
    ) -> "Settings":
        """These settings with some replaced; headers, query and what is logged are merged.

        Raises:
            ValueError: a number is negative, or a header that carries credentials is to be logged.
        """
        times = {"timeout": timeout, "total_timeout": total_timeout}
        replaced = {name: value for name, value in options.items() if value is not None}
        replaced |= {name: value for name, value in times.items() if value is not NOT_GIVEN}
        for name in ("max_retries", "max_retry_wait", "total_timeout"):
            if (replaced.get(name) or 0) < 0:
                raise ValueError(f"{name} must not be negative")
        if user_agent_prefix is not None:
            replaced["user_agent"] = own_user_agent(user_agent_prefix)
        return replace(
            self,
            endpoint=with_fields(
                self.endpoint, api_version=api_version, organization=organization, project=project
            ),
            headers={**self.headers, **(default_headers or {})},
            query={**self.query, **(default_query or {})},
            redaction=self.redaction.showing(log_headers, log_query),
            **replaced,
        )
