"""Connection pools, TLS, time limits, and the HTTP libraries: httpx and httpx2."""
