"""Documents become text, in a process of their own where that is risky."""

from .kinds import Kind, claimed_kind
from .limits import DEFAULT_LIMITS, ExtractionLimits
from .reader import Reader
from .unreadable import Unreadable

__all__ = ["DEFAULT_LIMITS", "ExtractionLimits", "Kind", "Reader", "Unreadable", "claimed_kind"]
