# Written from async_client.py by `make generate`.
# Do not edit: change that file.
"""The synchronous client."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, Unpack, overload

from .client_base import ClientBase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from openai_assistants_rest.raw import (
        ClientWithRawResponse,
        ClientWithStreamingResponse,
    )

    from ._http.types import HttpClient
    from ._pipeline.options import CallSettings, ClientOptions
    from ._pipeline.transport import HttpTransport  # noqa: F401 - in quotes below
    from .credentials import Credential, KeyCredential, TokenProvider
    from .endpoints import CompatibleEndpoint, Endpoint, InProcessEndpoint
    from .resources import (
        Assistants,
        Chat,
        Files,
        Threads,
        VectorStores,
    )
    from .resources._sync.chat import ChatOptions


class AssistantsClient(ClientBase["HttpTransport"]):
    """Calls the Assistants API of one endpoint.

    A URL with a credential means an Azure OpenAI resource, unless it is certainly another's
    (api.openai.com, .../openai/v1, a project on services.ai.azure.com); a lone OpenAIKeyCredential
    means OpenAI; anything can be said with an endpoint object:

        AssistantsClient("https://NAME.openai.azure.com", AzureKeyCredential(KEY))
        AssistantsClient("https://NAME.openai.azure.com", DefaultAzureCredential())
        AssistantsClient(OpenAIKeyCredential(KEY))
        AssistantsClient(OpenAIEndpoint(beta="assistants=v1"), OpenAIKeyCredential(KEY))
        AssistantsClient(CompatibleEndpoint("http://127.0.0.1:8080/v1"))
        AssistantsClient(LocalEndpoint())  # of openai_assistants_service, in this process

    Options are those of `ClientOptions`: api_version, organization, project, timeout,
    max_retries, default_headers, default_query, user_agent_prefix, http_client.

    A client is safe to share between threads and with forked processes.
    Close it with `client.close()`, or use it in a `with` statement; a given
    http_client stays open.

    Raises:
        TypeError: the endpoint or the credential is missing, or is not one.
        ValueError: the URL cannot be used, or a credential would travel over plain http.
    """

    _owned: HttpClient | None = None

    @overload
    def __init__(
        self,
        endpoint: str | Endpoint,
        credential: Credential,
        **options: Unpack[ClientOptions],
    ) -> None: ...
    @overload
    def __init__(
        self,
        endpoint: KeyCredential | TokenProvider | CompatibleEndpoint | InProcessEndpoint,
        **options: Unpack[ClientOptions],
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        credential: KeyCredential | TokenProvider,
        **options: Unpack[ClientOptions],
    ) -> None: ...
    def __init__(
        self,
        endpoint: Any = None,
        credential: Credential | None = None,
        *,
        http_client: HttpClient | None = None,
        **options: Unpack[CallSettings],
    ) -> None:
        from ._auth.authenticator import authenticator_for
        from ._http.clients import http_for, timeout_of
        from ._pipeline.settings import Settings
        from ._pipeline.transport import HttpTransport
        from ._telemetry.log_level import set_log_level_from_environment
        from .endpoints.from_arguments import resolve

        set_log_level_from_environment(os.environ)
        chosen, credential = resolve(endpoint, credential)
        http = http_for(http_client, endpoint, chosen.base_url)
        settings = Settings(endpoint=chosen, timeout=timeout_of(http)).changed(**options)
        authenticator = authenticator_for(settings.endpoint, credential)
        self._transport = HttpTransport(settings=settings, authenticator=authenticator, http=http)
        self._credential = credential
        self._owned = http if http_client is None else None

    @classmethod
    def from_env(
        cls,
        endpoint: str | Endpoint | None = None,
        credential: Credential | None = None,
        *,
        environ: Mapping[str, str] | None = None,
        **options: Unpack[ClientOptions],
    ) -> Self:
        """Makes a client from environment variables.

        An argument comes before the environment, and an empty variable counts as not set.

        - Endpoint: AZURE_OPENAI_ENDPOINT if it is set, else OPENAI_BASE_URL, else OPENAI_API_BASE,
          else OpenAI itself. With an OpenAIKeyCredential, AZURE_OPENAI_ENDPOINT is passed over.
        - Credential: for Azure AZURE_OPENAI_AD_TOKEN, else AZURE_OPENAI_API_KEY, else
          AZURE_OPENAI_KEY; for OpenAI OPENAI_API_KEY. Neither is ever sent to the other. For a
          CompatibleEndpoint given as an argument none is read.
        - OPENAI_API_VERSION, else AZURE_OPENAI_API_VERSION, is for dated Azure endpoints, and comes
          before an api-version in the URL; OPENAI_ORG_ID and OPENAI_PROJECT_ID are for OpenAI. An
          endpoint object given as an argument is used as it is.
        - HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY are read by every client that has no
          http_client of its own.

        Args:
            endpoint: a URL or an endpoint object.
            credential: any credential.
            environ: the variables; not given, those of the process.
            options: as for the constructor.

        Raises:
            AssistantsError: something is not set; the message names it.
        """
        from .endpoints.from_environment import from_environment

        variables = os.environ if environ is None else environ
        return cls(*from_environment(endpoint, credential, variables), **options)

    @cached_property
    def assistants(self) -> Assistants:
        """Operations on assistants."""
        from .resources import Assistants

        return Assistants(self._transport)

    @cached_property
    def threads(self) -> Threads:
        """Operations on threads, their messages and their runs."""
        from .resources import Threads

        return Threads(self._transport)

    @cached_property
    def files(self) -> Files:
        """Operations on files."""
        from .resources import Files

        return Files(self._transport)

    @cached_property
    def vector_stores(self) -> VectorStores:
        """Operations on vector stores, their files and their batches of files."""
        from .resources import VectorStores

        return VectorStores(self._transport)

    def chat(
        self,
        assistant_id: str,
        *,
        thread_id: str | None = None,
        **options: Unpack[ChatOptions],
    ) -> Chat:
        """A conversation with an assistant, in a new thread or in one that exists.

        Nothing is sent before the first message.

        Args:
            assistant_id: the assistant.
            thread_id: the thread to go on with.
            options: of every run, such as the functions that answer its calls (`tools`).
        """
        from .resources import Chat

        return Chat(self._transport, assistant_id, thread_id, options)

    @cached_property
    def with_raw_response(self) -> ClientWithRawResponse:
        """The same resources, whose methods return their answers undecoded."""
        from openai_assistants_rest.raw import ClientWithRawResponse

        return ClientWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ClientWithStreamingResponse:
        """The same resources, whose methods open their answers as streams."""
        from openai_assistants_rest.raw import ClientWithStreamingResponse

        return ClientWithStreamingResponse(self)

    def close(self) -> None:
        """Closes the connections, unless they belong to a given http_client.

        Calls in progress end by themselves; later ones raise AssistantsError.
        """
        if self._owned is not None:
            self._owned.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
