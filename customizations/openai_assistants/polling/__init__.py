"""Waiting for runs, files and batches: the rule, and the poller that carries it out."""
