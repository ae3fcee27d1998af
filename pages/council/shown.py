"""What every page shows of the council: names, Navigators, urgent help, menus, words to explain."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

from wagtail.models import Page

from pages.content.explain import Explainer
from pages.core.bank_holidays import bank_holiday_name
from pages.core.opening import OpeningTimes, Status, opening_times
from pages.council.colour import BRAND
from pages.council.words import words_of
from pages.urgent_notice import Notice, notice_at


@dataclass
class Council:
    """Plain values only, so that it can be written down. Links are pairs of words and address."""

    council_name: str = ""
    short_name: str = ""
    area: str = ""
    childrens_services: str = ""
    navigator_name: str = ""
    navigator_article: str = ""
    navigators_name: str = ""
    website: str = ""
    logo_url: str = ""
    navigators: dict = field(default_factory=dict)
    navigator_meaning: str = ""
    urgent: list = field(default_factory=list)
    web_address: str = ""
    web_address_example: bool = False
    other_formats: str = ""
    brand_colour: str = BRAND
    demonstration: bool = False
    home_url: str = "/"
    sections: list = field(default_factory=list)
    information: list = field(default_factory=list)
    places: dict = field(default_factory=dict)
    glossary: list = field(default_factory=list)
    opening: dict = field(default_factory=dict)
    ring_back_days: int = 1
    callbacks_kept_days: int = 90
    young_people_contact: dict = field(default_factory=dict)
    young_people_paths: list = field(default_factory=list)
    young_people_url: str = ""
    leave_address: str = ""
    policies: list = field(default_factory=list)
    helplines: list = field(default_factory=list)
    version_number: int = 0
    version_day: str = ""
    notices: list = field(default_factory=list)

    @cached_property
    def words(self) -> dict[str, str]:
        """The words for the council, by their names."""
        return words_of(
            council_name=self.council_name,
            short_name=self.short_name,
            area=self.area,
            childrens_services=self.childrens_services,
            navigator=self.navigator_name,
            article=self.navigator_article,
            navigators=self.navigators_name,
        )

    @cached_property
    def explainer(self) -> Explainer:
        """Finds the glossary's words and the names of policies in a page."""
        return Explainer(self.glossary, self.places.get("glossary", ""), self.policies)

    @cached_property
    def opening_times(self) -> OpeningTimes | None:
        """When the Navigators answer; None while nobody has said. What is open *now* is for the caller's clock."""
        return opening_times(self.opening, bank_holiday_name) if self.opening.get("hours") else None

    @property
    def urgent_answers_always(self) -> bool:
        """Whether every line for danger and for a bad night is known to answer day and night."""
        return all(line.get("answers") == "day-and-night" for line in self.urgent)

    @property
    def young_urgent(self) -> list[dict]:
        """The lines that have words for young people, with those words."""
        return [line | {"words": line["young_words"]} for line in self.urgent if line["young_words"]]

    def answering_at(self, now: datetime.datetime) -> Status | None:
        """Whether the Navigators answer at this moment; None while nobody has said when they do.

        While a notice says that the telephone is down nobody does, whatever the hours.
        """
        notice, times = self.notice_at(now), self.opening_times
        if notice is None or not notice.line_is_down:
            return times.status(now) if times else None
        then = times.status(notice.until) if times else None
        return Status(False, None, notice.until if then is None or then.is_open else then.opens_next)

    def notice_at(self, now: datetime.datetime) -> Notice | None:
        """What every page says on top at this moment, if there is anything."""
        return notice_at(self.notices, now)

    def speaks_to_young_people(self, page: Page) -> bool:
        """True for a section for young people and every page in it."""
        return any(page.path.startswith(path) for path in self.young_people_paths)

    @property
    def version_date(self) -> datetime.date | None:
        """The day of the newest version of the offer; None while there is none."""
        return datetime.date.fromisoformat(self.version_day) if self.version_day else None

    @property
    def brand_is_own(self) -> bool:
        return self.brand_colour != BRAND

    @property
    def brand_code(self) -> str:
        """The brand colour as it stands in addresses."""
        return self.brand_colour.removeprefix("#")
