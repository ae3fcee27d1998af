"""Carers' situations in the Rotherham offer: what they answer, and what the finder must and must not list for it.

`fits` and `may` are the two parts of the answer in which a page must stand; `first` must be there to be read first;
`never` must not stand anywhere in the answer.
"""

from typing import NamedTuple


class Situation(NamedTuple):
    who: str
    query: str
    fits: str = ""
    may: str = ""
    first: str = ""
    never: str = ""


ONLY_ADOPTED = "one-adoption"
ONLY_PRIVATE = "private-fostering-support"
ONLY_IN_CARE = "pupil-premium-plus therapy-fund"

SITUATIONS = [
    Situation(
        "a grandmother whose grandson came last night, with no order",
        "need=getting-started&need=allowances&arrangement=informal&age=4",
        fits="navigators child-benefit kinship-charity", may="allowances beds-and-basics", first="getting-started",
        never=f"{ONLY_ADOPTED} {ONLY_PRIVATE}",
    ),
    Situation(
        "a special guardian who wants money from the council",
        "need=allowances&arrangement=special-guardianship-order&age=7",
        fits="citizens-advice kinship-charity navigators", may="allowances beds-and-basics",
        never=f"{ONLY_ADOPTED} {ONLY_PRIVATE} {ONLY_IN_CARE}",
    ),
    Situation(
        "a special guardian of a student of 18, about money",
        "need=allowances&need=benefits&arrangement=special-guardianship-order&age=18",
        fits="citizens-advice", may="allowances child-benefit", first="growing-up", never="beds-and-basics",
    ),
    Situation(
        "a special guardian of a child who was in care, about school",
        "need=school&arrangement=special-guardianship-order&age=9&looked-after=yes",
        fits="virtual-school", may="pupil-premium-plus", first="school", never=ONLY_PRIVATE,
    ),
    Situation(
        "a special guardian of a child never in care, about school",
        "need=school&arrangement=special-guardianship-order&age=9&looked-after=no",
        fits="virtual-school", never="pupil-premium-plus", first="school",
    ),
    Situation(
        "a special guardian who is not sure about care, about therapy",
        "need=feelings-behaviour&arrangement=special-guardianship-order&age=9&looked-after=not-sure",
        fits="youngminds", may="therapy-fund camhs empower", first="feelings-behaviour", never=ONLY_ADOPTED,
    ),
    Situation(
        "an aunt with no order, about therapy for a child who was in care",
        "need=feelings-behaviour&arrangement=informal&looked-after=yes&age=11",
        fits="youngminds training", may="camhs empower", never=f"therapy-fund {ONLY_ADOPTED}",
    ),
    Situation(
        "a kinship foster carer, about money",
        "need=allowances&arrangement=kinship-foster-care&age=3",
        fits="allowances", may="beds-and-basics", first="kinship-foster-care", never=f"{ONLY_PRIVATE} {ONLY_ADOPTED}",
    ),
    Situation(
        "a kinship foster carer, about benefits",
        "need=benefits&arrangement=kinship-foster-care",
        fits="citizens-advice", may="disability-money", first="benefits",
        never="child-benefit universal-credit guardians-allowance",
    ),
    Situation(
        "a kinship foster carer of a child at school who is in care",
        "need=school&arrangement=kinship-foster-care&age=8&looked-after=yes",
        fits="pupil-premium-plus virtual-school", never="therapy-fund",
    ),
    Situation(
        "a kinship foster carer, about therapy",
        "need=feelings-behaviour&arrangement=kinship-foster-care&looked-after=yes&age=8",
        may="camhs empower", never=f"therapy-fund {ONLY_ADOPTED}",
    ),
    Situation(
        "a neighbour whose son’s friend has moved in",
        "need=private-fostering&arrangement=private-fostering&age=15",
        fits="private-fostering-support", first="private-fostering", never=f"{ONLY_ADOPTED} {ONLY_IN_CARE}",
    ),
    Situation(
        "a neighbour whose son’s friend of 17 has moved in",
        "need=private-fostering&arrangement=private-fostering&age=17",
        may="private-fostering-support", first="private-fostering", never=ONLY_ADOPTED,
    ),
    Situation(
        "a neighbour whose lodger is 18 and no child any more",
        "need=private-fostering&arrangement=private-fostering&age=18",
        first="private-fostering", never=ONLY_PRIVATE,
    ),
    Situation(
        "somebody private fostering, about benefits",
        "need=benefits&arrangement=private-fostering&age=10",
        fits="child-benefit", may="universal-credit guardians-allowance disability-money",
        never="private-fostering-support",
    ),
    Situation(
        "an uncle with a Child Arrangements Order, about money",
        "need=allowances&need=benefits&arrangement=child-arrangements-order&age=6",
        fits="child-benefit", may="universal-credit allowances beds-and-basics guardians-allowance",
        never=f"{ONLY_ADOPTED} {ONLY_PRIVATE}",
    ),
    Situation(
        "an uncle with a Child Arrangements Order, about therapy after care",
        "need=feelings-behaviour&arrangement=child-arrangements-order&age=6&looked-after=yes",
        may="therapy-fund camhs", never=ONLY_ADOPTED,
    ),
    Situation(
        "grandparents who adopted, about feelings",
        "need=feelings-behaviour&arrangement=adoption&age=10&looked-after=yes",
        fits="one-adoption youngminds", may="therapy-fund empower", never=ONLY_PRIVATE,
    ),
    Situation(
        "grandparents who adopted a child never in care, about school",
        "need=school&arrangement=adoption&age=10&looked-after=no",
        fits="virtual-school", never="pupil-premium-plus",
    ),
    Situation(
        "a sister who does not know what the arrangement is",
        "need=legal-orders&arrangement=not-sure&age=12",
        fits="family-rights-group", may="private-fostering-support one-adoption", first="legal-orders",
        never=ONLY_IN_CARE,
    ),
    Situation(
        "a sister who answers only that she is not sure",
        "arrangement=not-sure",
        may="allowances child-benefit", first="types-of-kinship-care",
    ),
    Situation(
        "a carer of a toddler who needs childcare to work",
        "need=childcare&need=work&age=2",
        fits="family-hubs families-information-service", first="childcare work", never="pupil-premium-plus",
    ),
    Situation(
        "a carer of a child of three, too young for the school’s extra money",
        "need=school&arrangement=special-guardianship-order&age=3&looked-after=yes",
        fits="virtual-school", never="pupil-premium-plus",
    ),
    Situation(
        "a carer of a young person of 17, too old for the school’s extra money",
        "need=school&arrangement=kinship-foster-care&age=17&looked-after=yes",
        fits="virtual-school", first="growing-up", never="pupil-premium-plus",
    ),
    Situation(
        "a carer who wants to meet others",
        "need=support-groups",
        fits="fortnightly-groups kinship-peer-groups family-hubs", first="support-groups",
    ),
    Situation(
        "a worn-out grandfather",
        "need=carer-wellbeing&arrangement=informal",
        fits="someone-to-talk-to fortnightly-groups", may="empower", first="carer-wellbeing", never=ONLY_ADOPTED,
    ),
    Situation(
        "a carer with a disabled child and no order",
        "need=send&arrangement=informal&age=8",
        fits="send-local-offer virtual-school", may="disability-money", first="send", never="pupil-premium-plus",
    ),
    Situation(
        "a kinship foster carer with a disabled child",
        "need=send&arrangement=kinship-foster-care&age=8",
        may="disability-money", fits="send-local-offer",
    ),
    Situation(
        "a carer without room for the child",
        "need=housing&arrangement=informal&age=13",
        fits="citizens-advice", may="housing help-with-rent-and-council-tax beds-and-basics",
    ),
    Situation(
        "a carer going to court",
        "need=legal-advice&arrangement=informal",
        fits="child-law-advice", may="legal-advice family-rights-group", never=ONLY_ADOPTED,
    ),
    Situation(
        "an adopter going to court",
        "need=legal-advice&arrangement=adoption",
        fits="child-law-advice", may="legal-advice family-rights-group", never=ONLY_PRIVATE,
    ),
    Situation(
        "a carer who wants the family to agree about seeing mum",
        "need=family-time&need=family-plan&arrangement=special-guardianship-order",
        may="family-plan", first="family-time", never=ONLY_ADOPTED,
    ),
    Situation(
        "somebody in danger",
        "need=urgent-help",
        fits="someone-to-talk-to", first="urgent-help",
    ),
    Situation(
        "somebody who skips every question but the need",
        "need=allowances",
        fits="citizens-advice navigators", may="allowances beds-and-basics", never=ONLY_ADOPTED,
    ),
    Situation("somebody who skips everything", "", never=f"allowances {ONLY_ADOPTED} {ONLY_PRIVATE} {ONLY_IN_CARE}"),
]  # fmt: skip
