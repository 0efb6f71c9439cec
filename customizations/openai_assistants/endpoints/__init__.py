"""Where a client sends its calls: one small class for each way the API is served."""

from ._base import Endpoint
from ._recognise import certain_endpoint, endpoint_for_url
from .azure import AzureOpenAIEndpoint
from .azure_v1 import AzureOpenAIV1Endpoint
from .compatible import CompatibleEndpoint
from .foundry import FoundryEndpoint
from .openai import OpenAIEndpoint

__all__ = [
    "AzureOpenAIEndpoint",
    "AzureOpenAIV1Endpoint",
    "CompatibleEndpoint",
    "Endpoint",
    "FoundryEndpoint",
    "OpenAIEndpoint",
    "certain_endpoint",
    "endpoint_for_url",
]
