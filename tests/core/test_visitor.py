"""Visitors are told apart by what our own proxies say of them, and nobody becomes another by how it is written."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from pages.core.rate_limit import under_limit
from pages.core.visitor import address_of, place_of


def visit(settings, chain=None, proxies=1, sent_by="10.0.0.1"):
    settings.TRUSTED_PROXIES = proxies
    headers = {} if chain is None else {"X-Forwarded-For": chain}
    return address_of(RequestFactory().get("/", headers=headers, REMOTE_ADDR=sent_by))


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("192.0.2.7:4000", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("::FFFF:C000:0207", "192.0.2.7"),
        ("[::ffff:192.0.2.7]:4000", "192.0.2.7"),
        ("64:ff9b::192.0.2.7", "192.0.2.7"),
        ("2001:db8::7", "2001:db8::7"),
        ("2001:DB8:0::7", "2001:db8::7"),
        ("[2001:db8::7]", "2001:db8::7"),
        ("[2001:db8::7]:4000", "2001:db8::7"),
        ("fe80::7%eth0", "fe80::7"),
        ("unknown", ""),
        ("_hidden", ""),
        ("192.0.2.7:4000:5000", ""),
        ("192.0.2.999", ""),
        ("[192.0.2.7", ""),
    ],
)
def test_an_address_is_one_however_it_is_written(settings, written, address):
    assert visit(settings, chain=written) == address
    assert visit(settings, proxies=0, sent_by=written) == address


@pytest.mark.parametrize(
    ("proxies", "chain", "address"),
    [
        (0, "192.0.2.7", "10.0.0.1"),
        (1, "192.0.2.7", "192.0.2.7"),
        (1, "198.51.100.1, 192.0.2.7", "192.0.2.7"),
        (2, "198.51.100.1, 192.0.2.7, 10.0.0.2", "192.0.2.7"),
        (2, "192.0.2.7", "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, None, "10.0.0.1"),
        (1, " , ,192.0.2.7,", "192.0.2.7"),
    ],
)
def test_only_what_our_own_proxies_say_is_believed(settings, proxies, chain, address):
    assert visit(settings, chain, proxies) == address


@pytest.mark.parametrize(
    ("one", "another", "same"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2:ffff::1", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "", True),
        ("", "192.0.2.1", False),
    ],
)
def test_a_household_has_one_place_however_many_addresses(one, another, same):
    assert (place_of(one) == place_of(another)) is same


@pytest.mark.parametrize(
    ("addresses", "are_one"),
    [
        (["2001:db8:1:2::1", "2001:db8:1:2::2"], True),
        (["192.0.2.1:4000", "192.0.2.1:4001"], True),
        (["::ffff:192.0.2.1", "::ffff:192.0.2.2"], False),
    ],
)
def test_the_limit_of_forms_counts_places(settings, addresses, are_one):
    cache.clear()
    let_in = [under_limit("test", visit(settings, chain=address), most=1) for address in addresses]

    assert let_in == [True, not are_one]
