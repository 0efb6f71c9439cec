"""Tests of the client layer: nothing leaves the process."""
