"""Faults between a client and a service, and a service that knows no idempotency keys."""
