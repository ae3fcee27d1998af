import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories


@pytest.fixture
def home(db):
    """An empty offer: a home page on the default site and a council to ring."""
    home = factories.make_home()
    factories.make_council()
    return home


@pytest.fixture
def section(home):
    return factories.make_section(home, title="Money and work", slug="money")


@pytest.fixture
def count_queries(client):
    """Warms a URL, then counts the queries of one more request."""

    def count(url):
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    return count
