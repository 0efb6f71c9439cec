"""Connections, TLS and the HTTP libraries that calls go out through."""
