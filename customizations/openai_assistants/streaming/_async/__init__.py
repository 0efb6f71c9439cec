"""The asynchronous side, from which the synchronous one is written."""
