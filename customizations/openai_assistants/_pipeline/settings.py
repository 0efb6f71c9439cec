"""The settings of a client."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from msgspec import field
from msgspec.structs import replace

from openai_assistants_core import NOT_GIVEN, NotGiven
from openai_assistants_core.jsonable import jsonable_fields
from openai_assistants_core.record import Record
from openai_assistants_core.sentinel import is_not_given

from .._telemetry.detection import captures_content
from .._telemetry.redaction import RedactionPolicy
from .._version import __version__
from ..endpoints import Endpoint
from ..endpoints.from_arguments import with_fields
from ..retry import RetryPolicy

if TYPE_CHECKING:
    from .kept_ids import IdRegistry
    from .options import HeaderValues, QueryValues


def own_user_agent(prefix: str | None = None) -> str:
    """The User-Agent of this library, after what an application puts before it."""
    python = ".".join(map(str, sys.version_info[:3]))
    own = f"openai-assistants-python/{__version__} Python/{python} ({sys.platform})"
    return f"{prefix} {own}" if prefix else own


class Settings(Record, frozen=True, kw_only=True):
    """Where a client sends its calls, and how: its endpoint, and its `CallSettings`."""

    _hidden = ("headers", "query", "redaction")

    endpoint: Endpoint
    timeout: Any = NOT_GIVEN
    total_timeout: float | None = None
    max_retries: int = 2
    max_retry_wait: float = 120.0
    reconcile: bool = False
    headers: "HeaderValues" = field(default_factory=dict[str, str | NotGiven | None])
    query: "QueryValues" = field(default_factory=dict[str, object])
    user_agent: str = field(default_factory=own_user_agent)
    check_availability: bool = True
    redaction: RedactionPolicy = field(default_factory=RedactionPolicy)
    log_bodies: bool = False
    raise_on_failure: bool = False
    trace_content: bool = field(default_factory=captures_content)
    registry: "IdRegistry | None" = None

    @property
    def retry_policy(self) -> RetryPolicy:
        """How often to retry, and how long to wait."""
        return RetryPolicy(
            max_retries=self.max_retries,
            max_delay=min(RetryPolicy().max_delay, self.max_retry_wait),
            max_retry_after=self.max_retry_wait,
            total=self.total_timeout,
        )

    def changed(self, **given: Any) -> "Settings":
        """These settings with some replaced; headers, query and what is logged are merged.

        Args:
            given: the options of a client; a sentinel counts as not given.

        Raises:
            TypeError: a value of the query is no JSON, or there is no such option.
            ValueError: a number is negative, or a header that carries credentials is to be logged.
        """
        return self._changed(**{n: one for n, one in given.items() if not is_not_given(one)})

    def _changed(
        self,
        *,
        api_version: str | None = None,
        organization: str | None = None,
        project: str | None = None,
        default_headers: "HeaderValues | None" = None,
        default_query: "QueryValues | None" = None,
        user_agent_prefix: str | None = None,
        timeout: Any = NOT_GIVEN,
        total_timeout: Any = NOT_GIVEN,
        log_headers: Iterable[str] = (),
        log_query: Iterable[str] = (),
        **options: Any,
    ) -> "Settings":
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
            query={**self.query, **jsonable_fields(default_query, "default_query")},
            redaction=self.redaction.allowing(log_headers, log_query),
            **replaced,
        )
