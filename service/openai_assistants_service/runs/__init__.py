"""Runs: claimed by a worker, executed turn by turn, everything that comes of it written at once."""

from .executor import Model
from .worker import Worker

__all__ = ["Model", "Worker"]
