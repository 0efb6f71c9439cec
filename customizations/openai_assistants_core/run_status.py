"""The statuses of a run, grouped by what a client does about them."""

PENDING = frozenset({"queued", "in_progress", "cancelling"})
"""Statuses that a run leaves by itself: poll again."""

ACTIVE = PENDING | {"requires_action"}
"""Statuses of a run that has not ended."""

UNSUCCESSFUL = frozenset({"failed", "incomplete", "cancelled", "expired"})
"""Statuses of a run that has ended without completing."""

ENDED = UNSUCCESSFUL | {"completed"}
"""Statuses that a run never leaves."""
