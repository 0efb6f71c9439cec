"""The service inside this process: on a port of its own, or without any."""

from .endpoint import LocalEndpoint
from .service import LocalService

__all__ = ["LocalEndpoint", "LocalService"]
