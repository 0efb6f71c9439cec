"""The HTTP side: a request becomes a checked call of one operation, its result a response."""
