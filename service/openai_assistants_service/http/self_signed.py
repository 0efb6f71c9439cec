"""TLS with a certificate that the service makes and signs itself, kept beside its database.

It stays the same from one start to the next, so that whoever trusts it need not be told anew.
"""

import datetime
import ipaddress
import socket
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from attrs import frozen
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from ..storage.private import create_file

_LIFETIME = datetime.timedelta(days=397)  # the most that browsers take
_RENEWED = datetime.timedelta(days=30)
_DAY = datetime.timedelta(days=1)
_ANY = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened on


@frozen
class Certificate:
    """The files of a certificate and its key."""

    certificate: Path
    key: Path


def self_signed(database: Path, host: str, now: datetime.datetime) -> Certificate:
    """Return the certificate of a database for a host; a new one unless it is still good.

    It is for the host, `localhost` and the addresses of loopback; for all of this machine's names
    if the service listens everywhere. The key can be read by its owner only.
    """
    files = Certificate(
        database.with_name(f"{database.name}.certificate.pem"),
        database.with_name(f"{database.name}.key.pem"),
    )
    names = list(_names(host))
    if not _is_good(files, names, now):
        _make(files, names, now)
    return files


def _names(host: str) -> Iterable[x509.GeneralName]:
    hosts = [host, "localhost", "127.0.0.1", "::1"]
    if host in _ANY:
        hosts[0] = socket.gethostname()
    for name in dict.fromkeys(hosts):
        try:
            yield x509.IPAddress(ipaddress.ip_address(name))
        except ValueError:
            yield x509.DNSName(name)


def _is_good(files: Certificate, names: list[x509.GeneralName], now: datetime.datetime) -> bool:
    """Whether there is a certificate with its key for these names, for a month at least."""
    with suppress(OSError, ValueError, TypeError, UnsupportedAlgorithm, x509.ExtensionNotFound):
        made = x509.load_pem_x509_certificate(files.certificate.read_bytes())
        key = serialization.load_pem_private_key(files.key.read_bytes(), password=None)
        extension = made.extensions.get_extension_for_class(x509.SubjectAlternativeName)
        return (
            made.public_key() == key.public_key()
            and set(names) <= set(extension.value)
            and made.not_valid_before_utc <= now < made.not_valid_after_utc - _RENEWED
        )
    return False


def _make(files: Certificate, names: list[x509.GeneralName], now: datetime.datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "openai-assistants local service")])
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    builder = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now - _DAY + _LIFETIME)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        # It vouches for itself and for nothing else, should its key be stolen.
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(identifier, critical=False)
    )
    made = builder.sign(key, hashes.SHA256())
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    create_file(files.key)
    files.key.chmod(0o600)
    files.key.write_bytes(private)
    files.certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
