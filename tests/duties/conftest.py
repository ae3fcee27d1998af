import pytest

from tests import factories
from tests.duties.making import LEGAL


@pytest.fixture
def legal(section):
    """The page that proves that there is legal help, and that somebody signed off."""
    page = factories.make_guide(section, title="Legal help", kept_by="Legal team")
    factories.make_standing(LEGAL, [page])
    return page
