"""A server that has a model: where it is, how it is asked, and what its failures mean."""

from .client import ModelServer, Question
from .config import Limits, ModelConfigError, ServerConfig, parse_server

__all__ = [
    "Limits",
    "ModelConfigError",
    "ModelServer",
    "Question",
    "ServerConfig",
    "parse_server",
]
