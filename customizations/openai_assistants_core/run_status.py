"""The statuses of a run and of its steps, grouped by what a client does about them.

In recorded traffic a run went queued > in_progress > completed, by way of requires_action (and
queued again) where it called functions; one that was cancelled was `cancelling` for about a second.
"""

PENDING = frozenset({"queued", "in_progress", "cancelling"})
"""Statuses that a run leaves by itself: poll again."""

ACTIVE = PENDING | {"requires_action"}
"""Statuses of a run that has not ended."""

UNSUCCESSFUL = frozenset({"failed", "incomplete", "cancelled", "expired"})
"""Statuses of a run that has ended without completing."""

TERMINAL = UNSUCCESSFUL | {"completed"}
"""Statuses of a run that has ended, and will not change any more."""

STEP_TERMINAL = TERMINAL - {"incomplete"}
"""Statuses of a run step that has ended."""
