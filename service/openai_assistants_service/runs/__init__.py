"""Runs: claimed by a worker, executed turn by turn, everything that comes of it written at once."""

from .worker import Worker

__all__ = ["Worker"]
