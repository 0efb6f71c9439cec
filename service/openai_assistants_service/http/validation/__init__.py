"""Requests are checked by the description's own schemas; failures read as the wire has them."""

from .check import Checker
from .query import read_query
from .wording import parameter

__all__ = ["Checker", "parameter", "read_query"]
