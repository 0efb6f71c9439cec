"""Which contents are images."""

HEAD = 12
"""How many bytes at the beginning tell."""


def image_type(head: bytes) -> str | None:
    """Return the media type of an image of a supported format, by its first bytes; else None."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/gif" if head.startswith((b"GIF87a", b"GIF89a")) else None
