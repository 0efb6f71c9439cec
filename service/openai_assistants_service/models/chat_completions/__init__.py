"""The chat completions API: Ollama, vLLM, llama.cpp, LM Studio, OpenAI, Azure OpenAI."""

from ..dialect import Dialect
from .request import build_request
from .stream import ChunkReader, stream_error

CHAT_COMPLETIONS = Dialect("/chat/completions", build_request, ChunkReader, stream_error)

__all__ = ["CHAT_COMPLETIONS"]
