import pytest

from pages.content.example_numbers import is_example


@pytest.mark.parametrize(
    "phone",
    [
        "01632 960 321", "+44 1632 960321", "0044 1632 960 321", "+44 (0)1632 960321", "03069 990 123",
        "0113 496 0555", "0114 4960999", "0118 496 0000", "0121 496 0123", "0161-496-0123", "0191 498 0123",
        "020 7946 0123", "028 9649 6123", "029 2018 0123", "07700 900 123", "0808 157 0123", "0909 879 0123",
    ],
)  # fmt: skip
def test_a_number_for_drama_is_known_however_it_is_written(phone):
    assert is_example(phone)


@pytest.mark.parametrize("phone", ["", "999", "116 123", "0800 1111", "01709 382121", "0113 222 4403", "0808 800 5000"])
def test_a_number_somebody_can_be_rung_at_is_none(phone):
    assert not is_example(phone)
