"""Client of the Assistants REST API of Azure OpenAI, OpenAI, Azure AI Foundry and others.

    from openai_assistants import AssistantsClient, AzureKeyCredential

    with AssistantsClient("https://NAME.openai.azure.com", AzureKeyCredential(KEY)) as client:
        thread = client.threads.create()

Everything is loaded on first use; httpx comes with the first client.
"""

from typing import TYPE_CHECKING

from openai_assistants_core.lazy import lazy_exports

from ._version import __version__

if TYPE_CHECKING:
    from openai_assistants_core import (
        NOT_GIVEN,
        AsyncPage,
        AsyncPaginator,
        BinaryContent,
        FileWithProgress,
        NotGiven,
        SyncPage,
    )

    from ._telemetry.log_level import set_log_level
    from .async_client import AsyncAssistantsClient
    from .client import AssistantsClient
    from .credentials import AzureKeyCredential, OpenAIKeyCredential, StaticTokenCredential
    from .endpoints import (
        AzureOpenAIEndpoint,
        AzureOpenAIV1Endpoint,
        CompatibleEndpoint,
        Endpoint,
        FoundryEndpoint,
        OpenAIEndpoint,
    )
    from .errors import (
        AmbiguousOutcome,
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        AssistantsError,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        CredentialError,
        InternalServerError,
        NotFoundError,
        OpenAIError,
        PermissionDeniedError,
        ProcessingTimeout,
        RateLimitError,
        ResponseDecodeError,
        RunFailed,
        RunTimeout,
        StreamError,
        StreamInterrupted,
        UnprocessableEntityError,
        UnsupportedOperation,
        UploadsFailed,
    )

# Written from the imports above by `make generate`.

__all__ = [
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AmbiguousOutcome",
    "AssistantsClient",
    "AssistantsError",
    "AsyncAssistantsClient",
    "AsyncPage",
    "AsyncPaginator",
    "AuthenticationError",
    "AzureKeyCredential",
    "AzureOpenAIEndpoint",
    "AzureOpenAIV1Endpoint",
    "BadRequestError",
    "BinaryContent",
    "CompatibleEndpoint",
    "ConflictError",
    "CredentialError",
    "Endpoint",
    "FileWithProgress",
    "FoundryEndpoint",
    "InternalServerError",
    "NotFoundError",
    "NotGiven",
    "OpenAIEndpoint",
    "OpenAIError",
    "OpenAIKeyCredential",
    "PermissionDeniedError",
    "ProcessingTimeout",
    "RateLimitError",
    "ResponseDecodeError",
    "RunFailed",
    "RunTimeout",
    "StaticTokenCredential",
    "StreamError",
    "StreamInterrupted",
    "SyncPage",
    "UnprocessableEntityError",
    "UnsupportedOperation",
    "UploadsFailed",
    "__version__",
    "set_log_level",
]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "_telemetry.log_level": ("set_log_level",),
        "async_client": ("AsyncAssistantsClient",),
        "client": ("AssistantsClient",),
        "credentials": ("AzureKeyCredential", "OpenAIKeyCredential", "StaticTokenCredential"),
        "endpoints": (
            "AzureOpenAIEndpoint",
            "AzureOpenAIV1Endpoint",
            "CompatibleEndpoint",
            "Endpoint",
            "FoundryEndpoint",
            "OpenAIEndpoint",
        ),
        "errors": (
            "AmbiguousOutcome",
            "APIConnectionError",
            "APIError",
            "APIStatusError",
            "APITimeoutError",
            "AssistantsError",
            "AuthenticationError",
            "BadRequestError",
            "ConflictError",
            "CredentialError",
            "InternalServerError",
            "NotFoundError",
            "OpenAIError",
            "PermissionDeniedError",
            "ProcessingTimeout",
            "RateLimitError",
            "ResponseDecodeError",
            "RunFailed",
            "RunTimeout",
            "StreamError",
            "StreamInterrupted",
            "UnprocessableEntityError",
            "UnsupportedOperation",
            "UploadsFailed",
        ),
    },
    reexports={
        "openai_assistants_core": (
            "NOT_GIVEN",
            "AsyncPage",
            "AsyncPaginator",
            "BinaryContent",
            "FileWithProgress",
            "NotGiven",
            "SyncPage",
        )
    },
)
