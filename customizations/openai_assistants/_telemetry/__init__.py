"""What can be seen of calls: the log, traces and metrics, and what they must not show."""
