"""Tests of the local service, over HTTP where that is how it is used."""
