"""Which hosts of the web may be asked: those with a public address."""

from __future__ import annotations

import ipaddress
import socket

from kg.errors import InputError


def public_address(host: str, url: str) -> str:
    """An address of `host` to connect to. Raises `InputError` when it has none, or one that is not public (loopback, private, …)."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"{url}: cannot be fetched: no address is known for {host}") from error
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    for address in addresses:
        if not is_public(address):
            raise InputError(f"{url}: {host} has the address {address}, which is not public; --allow-private lets it be fetched")
    return str(addresses[0])


def is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether an address is one of the public internet; those of IPv6 that stand for one of IPv4 are judged by that, or refused."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.sixtofour or address.teredo or any(address in network for network in _TRANSLATED):
            return False
        address = address.ipv4_mapped or address
    return address.is_global and not address.is_multicast


_TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
