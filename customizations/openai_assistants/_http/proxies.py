"""The proxy to an endpoint, as HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY say.

httpx reads them too, but raises InvalidURL for addresses in brackets, networks of IPv6 addresses
and line breaks in NO_PROXY, and finds no address in a network:
https://github.com/encode/httpx/blob/0.28.1/httpx/_utils.py
"""

import re
from ipaddress import IPv4Network, IPv6Network, ip_network
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies

import httpx

_PORTS = {"http": 80, "https": 443}


def environment_proxy(url: str) -> httpx.Proxy | None:
    """The proxy for requests to a URL; None if they go directly to its host.

    Raises:
        ValueError: the variable with the proxy has no URL of one. The message does not repeat it,
            since it may have a password.
    """
    proxies = getproxies()
    target = urlsplit(url)
    name = target.scheme if proxies.get(target.scheme) else "all"
    proxy = proxies.get(name)
    if not proxy or _is_bypassed(target, proxies.get("no", "")):
        return None
    try:
        return httpx.Proxy(proxy if "://" in proxy else f"http://{proxy}")
    except (httpx.InvalidURL, ValueError):
        raise ValueError(
            f"{name.upper()}_PROXY (or {name}_proxy) must be the URL of a proxy, such as "
            "http://proxy.example:3128"
        ) from None


def _is_bypassed(target: SplitResult, no_proxy: str) -> bool:
    """Whether NO_PROXY, a list of hosts, domains, addresses and networks, has the target."""
    return any(_matches(entry, target) for entry in re.split(r"[\s,]+", no_proxy.lower()) if entry)


def _matches(entry: str, target: SplitResult) -> bool:
    scheme, _, entry = entry.rpartition("://")
    if scheme not in ("", "all", target.scheme):
        return False
    name, port = (entry, "") if _network(entry) else _split_port(entry)
    if port and int(port) != (target.port or _PORTS[target.scheme]):
        return False
    host = (target.hostname or "").rstrip(".")
    if network := _network(name):
        return (address := _network(host)) is not None and address.network_address in network
    # As in httpx: `.example.com` is the hosts below it, `example.com` is itself too.
    name = name.removeprefix("*")
    return not name or host == name or host.endswith(name if name[0] == "." else f".{name}")


def _split_port(entry: str) -> tuple[str, str]:
    name, _, port = entry.rpartition(":")
    return (name, port) if name and port.isdecimal() else (entry, "")


def _network(text: str) -> IPv4Network | IPv6Network | None:
    """The network, or the one address, that is written there, in brackets or without."""
    try:
        return ip_network(re.sub(r"^\[(.*)\](?=/|$)", r"\1", text), strict=False)
    except ValueError:
        return None
