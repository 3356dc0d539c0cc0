"""The guard before the outside world: no address leads back to ourselves, however it is written."""

from __future__ import annotations

import ipaddress
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.core import addresses
from chalicelib.core.addresses import Unreachable

# What RFC 6890 and its updates reserve: private, shared, loopback, link-local, documentation, multicast.
FORBIDDEN_4 = (
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.2.0/24 192.168.0.0/16 "
    "198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 192.0.0.0/24 192.88.99.0/24"
).split()
FORBIDDEN_6 = (
    "::1/128 ::/128 fc00::/7 fe80::/10 fec0::/10 ff00::/8 2001:db8::/32 100::/64 3fff::/20 5f00::/16"
).split()
# Networks whose addresses hold an IPv4 address: behind how many bits from the end it stands.
WRAPPINGS = {"::ffff:0:0": 0, "::ffff:0:0:0": 0, "::": 0, "64:ff9b::": 0, "2002::": 80}


def inside(network: str) -> st.SearchStrategy[str]:
    return st.ip_addresses(network=network).map(str)


@given(st.one_of([inside(each) for each in FORBIDDEN_4]))
def test_no_reserved_ipv4_address_is_public_nor_within_ipv6(address: str) -> None:
    assert not addresses.is_public(address)
    number = int(ipaddress.IPv4Address(address))
    for base, shift in WRAPPINGS.items():
        wrapped = ipaddress.IPv6Address(int(ipaddress.IPv6Address(base)) | number << shift)
        assert not addresses.is_public(str(wrapped))


@given(st.one_of([inside(each) for each in FORBIDDEN_6]))
def test_no_reserved_ipv6_address_is_public(address: str) -> None:
    assert not addresses.is_public(address)
    assert not addresses.is_public(f"{address}%eth0")


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:2800:220:1::1", "::ffff:1.1.1.1"])
def test_somebodys_address_on_the_internet_is_public(address: str) -> None:
    assert addresses.is_public(address)


@given(st.text(max_size=40))
def test_what_is_no_address_is_not_public(text: str) -> None:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        assert not addresses.is_public(text)


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",  # 127.0.0.1 as one number
        "0x7f000001",
        "017700000001",
        "0177.0.0.1",
        "127.1",
        "0",
        "localhost",
        "127.0.0.1",
        "::1",
        "::ffff:127.0.0.1",
        "169.254.169.254",
        "fd00:ec2::254",
    ],
)
def test_a_host_in_disguise_is_judged_by_where_it_leads(host: str) -> None:
    with pytest.raises(Unreachable) as refused:
        addresses.public(host, 80, addresses.resolved)
    assert refused.value.text in (addresses.PRIVATE, addresses.UNKNOWN)


def test_one_private_answer_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(Unreachable):
        addresses.public("rebind.example", 443, lambda host, port: ["93.184.216.34", "10.0.0.1"])


def test_a_name_is_resolved_once_so_that_a_second_answer_gains_nothing() -> None:
    asked = count()

    def rebinding(host: str, port: int) -> list[str]:
        return ["93.184.216.34"] if next(asked) == 0 else ["169.254.169.254"]

    assert addresses.public("rebind.example", 80, rebinding) == ["93.184.216.34"]
    assert next(asked) == 1


@pytest.mark.parametrize("port", [22, 25, 8080, 6379, 0, 65535])
def test_only_ports_of_the_web_are_spoken_to(port: int) -> None:
    with pytest.raises(Unreachable):
        addresses.public("example.org", port, lambda host, port: ["93.184.216.34"])


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://example.org:70/",
        "javascript:alert(1)",
        "data:text/xml,<rss/>",
        "//example.org/",
        "http://",
        "http://user:secret@example.org/",
        "http://example.org:port/",
        "http://[::1/",
        "http://example.org:99999/",
        "",
    ],
)
def test_only_addresses_of_the_web_without_credentials_are_read(url: str) -> None:
    with pytest.raises(Unreachable):
        addresses.origin(url)


@given(st.text(max_size=80))
def test_whatever_is_given_as_an_address_is_read_or_refused(text: str) -> None:
    try:
        scheme, host, port = addresses.origin(text)
    except Unreachable:
        return
    assert scheme in addresses.PORTS
    assert host
    assert 0 < port < 65536
