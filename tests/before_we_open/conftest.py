import pytest

from pages.content.contact import Contact


@pytest.fixture(autouse=True)
def whoever_is_named_can_be_rung(request):
    """The numbers of tests are those kept for drama, which are examples here whatever a contact says of itself."""
    if "home" in request.fixturenames:
        request.getfixturevalue("home")
        Contact.objects.filter(example=False).update(phone="01234 567 890")
