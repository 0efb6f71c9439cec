"""Client of the Assistants REST API of Azure OpenAI, OpenAI, Azure AI Foundry and others.

    from openai_assistants import AssistantsClient, AzureKeyCredential

    with AssistantsClient("https://NAME.openai.azure.com", AzureKeyCredential(KEY)) as client:
        thread = client.threads.create()

Everything is loaded on first use; httpx comes with the first client.
"""

from typing import TYPE_CHECKING

import openai_assistants_core.structured_output as _structured_output
from openai_assistants_core.lazy import lazy_exports

from ._version import __version__

_structured_output.use_parser(f"{__name__}.tools:parse_as")

if TYPE_CHECKING:
    from openai_assistants_core import (
        NOT_GIVEN,
        AsyncPage,
        AsyncPaginator,
        AsyncStream,
        BinaryContent,
        Citation,
        FileWithProgress,
        MessageFile,
        NotGiven,
        Stream,
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
        AmbiguousServerError,
        AmbiguousStatus,
        AmbiguousTimeout,
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
        RunCancelled,
        RunExpired,
        RunFailed,
        RunIncomplete,
        RunTimeout,
        StreamError,
        StreamInterrupted,
        UnprocessableEntityError,
        UnsupportedOperation,
        UploadsFailed,
    )
    from .resources import AsyncChat, Chat, Reply
    from .streaming import (
        AssistantEventHandler,
        AssistantStreamManager,
        AsyncAssistantEventHandler,
        AsyncAssistantStreamManager,
    )
    from .tools import (
        FunctionTool,
        InvalidArguments,
        ToolContext,
        ToolDefinitionError,
        ToolNotFound,
        ToolRegistry,
        ToolRoundsExceeded,
        UnsupportedAction,
        tool,
    )

# Written from the imports above by `make generate`.

__all__ = [
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AmbiguousOutcome",
    "AmbiguousServerError",
    "AmbiguousStatus",
    "AmbiguousTimeout",
    "AssistantEventHandler",
    "AssistantStreamManager",
    "AssistantsClient",
    "AssistantsError",
    "AsyncAssistantEventHandler",
    "AsyncAssistantStreamManager",
    "AsyncAssistantsClient",
    "AsyncChat",
    "AsyncPage",
    "AsyncPaginator",
    "AsyncStream",
    "AuthenticationError",
    "AzureKeyCredential",
    "AzureOpenAIEndpoint",
    "AzureOpenAIV1Endpoint",
    "BadRequestError",
    "BinaryContent",
    "Chat",
    "Citation",
    "CompatibleEndpoint",
    "ConflictError",
    "CredentialError",
    "Endpoint",
    "FileWithProgress",
    "FoundryEndpoint",
    "FunctionTool",
    "InternalServerError",
    "InvalidArguments",
    "MessageFile",
    "NotFoundError",
    "NotGiven",
    "OpenAIEndpoint",
    "OpenAIError",
    "OpenAIKeyCredential",
    "PermissionDeniedError",
    "ProcessingTimeout",
    "RateLimitError",
    "Reply",
    "ResponseDecodeError",
    "RunCancelled",
    "RunExpired",
    "RunFailed",
    "RunIncomplete",
    "RunTimeout",
    "StaticTokenCredential",
    "Stream",
    "StreamError",
    "StreamInterrupted",
    "SyncPage",
    "ToolContext",
    "ToolDefinitionError",
    "ToolNotFound",
    "ToolRegistry",
    "ToolRoundsExceeded",
    "UnprocessableEntityError",
    "UnsupportedAction",
    "UnsupportedOperation",
    "UploadsFailed",
    "__version__",
    "set_log_level",
    "tool",
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
            "AmbiguousServerError",
            "AmbiguousStatus",
            "AmbiguousTimeout",
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
            "RunCancelled",
            "RunExpired",
            "RunFailed",
            "RunIncomplete",
            "RunTimeout",
            "StreamError",
            "StreamInterrupted",
            "UnprocessableEntityError",
            "UnsupportedOperation",
            "UploadsFailed",
        ),
        "resources": ("AsyncChat", "Chat", "Reply"),
        "streaming": (
            "AssistantEventHandler",
            "AssistantStreamManager",
            "AsyncAssistantEventHandler",
            "AsyncAssistantStreamManager",
        ),
        "tools": (
            "FunctionTool",
            "InvalidArguments",
            "ToolContext",
            "ToolDefinitionError",
            "ToolNotFound",
            "ToolRegistry",
            "ToolRoundsExceeded",
            "UnsupportedAction",
            "tool",
        ),
    },
    reexports={
        "openai_assistants_core": (
            "NOT_GIVEN",
            "AsyncPage",
            "AsyncPaginator",
            "AsyncStream",
            "BinaryContent",
            "Citation",
            "FileWithProgress",
            "MessageFile",
            "NotGiven",
            "Stream",
            "SyncPage",
        )
    },
)
