"""Multipart bodies, upload sources, batch uploads, and downloads."""
