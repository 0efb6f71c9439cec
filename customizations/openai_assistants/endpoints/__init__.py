"""Endpoints: where a client sends its calls, a class for each way the API is served.

Each is loaded on first use.
"""

from typing import TYPE_CHECKING

from openai_assistants_core.lazy import lazy_exports

if TYPE_CHECKING:
    from ._base import Endpoint
    from ._recognise import certain_endpoint, endpoint_for_url, openai_endpoint_for_url
    from .azure import AzureOpenAIEndpoint
    from .azure_v1 import AzureOpenAIV1Endpoint
    from .compatible import CompatibleEndpoint
    from .foundry import FoundryEndpoint
    from .in_process import InProcessEndpoint, is_in_process
    from .openai import OpenAIEndpoint

# Written from the imports above by `make generate`.

__all__ = [
    "AzureOpenAIEndpoint",
    "AzureOpenAIV1Endpoint",
    "CompatibleEndpoint",
    "Endpoint",
    "FoundryEndpoint",
    "InProcessEndpoint",
    "OpenAIEndpoint",
    "certain_endpoint",
    "endpoint_for_url",
    "is_in_process",
    "openai_endpoint_for_url",
]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "_base": ("Endpoint",),
        "_recognise": ("certain_endpoint", "endpoint_for_url", "openai_endpoint_for_url"),
        "azure": ("AzureOpenAIEndpoint",),
        "azure_v1": ("AzureOpenAIV1Endpoint",),
        "compatible": ("CompatibleEndpoint",),
        "foundry": ("FoundryEndpoint",),
        "in_process": ("InProcessEndpoint", "is_in_process"),
        "openai": ("OpenAIEndpoint",),
    },
)
