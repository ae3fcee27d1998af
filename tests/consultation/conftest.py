import datetime

import pytest

from pages.council.roles import KINSHIP_LEAD
from tests import cms, factories
from tests.consultation.making import make_consultation


@pytest.fixture
def after_it_closed(time_machine):
    time_machine.move_to(datetime.datetime(2026, 12, 5, 12, tzinfo=datetime.UTC))


@pytest.fixture
def consultation(home):
    factories.make_have_your_say(home)
    return make_consultation()


@pytest.fixture
def lead(client, home):
    user = cms.make_officer(KINSHIP_LEAD)
    client.force_login(user)
    return user
