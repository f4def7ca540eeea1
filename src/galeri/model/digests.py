"""The digest of a file's bytes: said once, as what was looked at and what is published are compared by it."""

import hashlib


def digester() -> hashlib.blake2b:
    """Start a digest, for a file that is read piece by piece."""
    return hashlib.blake2b(digest_size=16)


def digest(data: bytes) -> str:
    """Digest the bytes of a whole file."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
