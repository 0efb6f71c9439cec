"""The run engine: claims runs, asks the model for the next turn, writes down what came of it."""

from .work import Model
from .worker import Worker

__all__ = ["Model", "Worker"]
