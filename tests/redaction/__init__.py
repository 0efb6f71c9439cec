"""Secrets go to the service, and are seen nowhere else."""
