"""Polling of runs, files and batches: the rule, what can be polled, and the pollers."""
