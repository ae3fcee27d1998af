"""Forty households in the Rotherham offer: what they answer, and what must fit, may fit and must not, child by child.

Chosen by reading the law and the pages, not by running the finder. `fits` and `may` stand in the answer as a yes and as
a maybe; what `never` names stands in it neither way for that child, though the household asked about its topic. One
`For` holds for all children; else there is one for each. `reads` are pages to read, `unread` are pages not to.
"""

from typing import NamedTuple


class For(NamedTuple):
    fits: str = ""
    may: str = ""
    never: str = ""


class Family(NamedTuple):
    who: str
    query: str
    children: tuple[For, ...] = (For(),)
    reads: str = ""
    unread: str = ""


FAMILIES = [
    Family(
        "a grandmother whose baby grandson came last night, with no order",
        "need=getting-started&need=allowances&need=benefits&age=0&arrangement=informal&working=yes",
        (
            For(
                fits="navigators kinship-charity child-benefit citizens-advice",
                may="allowances beds-and-basics crisis-fund baby-and-small-child universal-credit family-plan",
                never="private-fostering-support",
            ),
        ),
        reads="getting-started benefits", unread="fostering-money means-test money-at-16",
    ),
    Family(
        "an aunt of a child of eleven who went home from care before the family agreed it",
        "need=feelings-behaviour&need=school&age=11&arrangement=informal&looked-after=yes&ended=before-order",
        (
            For(
                fits="youngminds virtual-school",
                may="camhs empower",
                never="therapy-fund pupil-premium-plus one-adoption",
            ),
        ),
        reads="feelings-behaviour school trauma",
    ),
    Family(
        "an uncle with no order who says that the child is in care now",
        "need=school&need=allowances&age=13&arrangement=informal&looked-after=yes&ended=not-yet",
        (For(fits="virtual-school school-places pupil-premium-plus", may="allowances"),),
    ),
    Family(
        "an uncle with no order who says that care ended with one",
        "need=school&need=feelings-behaviour&age=13&arrangement=informal&looked-after=yes&ended=with-order",
        (For(fits="virtual-school youngminds", never="pupil-premium-plus therapy-fund"),),
    ),
    Family(
        "a grandfather without room for a girl of sixteen",
        "need=housing&need=benefits&age=16&arrangement=informal",
        (
            For(
                fits="citizens-advice",
                may="housing bigger-home help-with-rent-and-council-tax child-benefit universal-credit",
                never="baby-and-small-child national-insurance-credits",
            ),
        ),
        reads="bedroom-rules money-at-16",
    ),
    Family(
        "a neighbour who took in her son’s friend of ten, never in care",
        "need=private-fostering&need=benefits&need=school&age=10&arrangement=private-fostering&looked-after=no",
        (
            For(
                fits="private-fostering-support child-benefit",
                may="universal-credit guardians-allowance first-year-without-work-search",
                never="pupil-premium-plus",
            ),
        ),
        reads="private-fostering", unread="fostering-money",
    ),
    Family(
        "a neighbour of a boy of sixteen, who may be disabled",
        "need=private-fostering&need=benefits&age=16&arrangement=private-fostering",
        (For(may="private-fostering-support child-benefit disability-money"),),
        reads="private-fostering",
    ),
    Family(
        "a neighbour whose lodger is eighteen and no child any more",
        "need=private-fostering&need=allowances&age=18&arrangement=private-fostering",
        (For(fits="navigators", never="private-fostering-support beds-and-basics grants-from-charities"),),
    ),
    Family(
        "an uncle with a Child Arrangements Order for a girl of six, never in care",
        "need=allowances&need=benefits&need=school&age=6&arrangement=child-arrangements-order&looked-after=no",
        (
            For(
                fits="child-benefit virtual-school",
                may="allowances universal-credit special-guardian-support school-places",
                never="pupil-premium-plus",
            ),
        ),
        reads="means-test", unread="fostering-money kinship-foster-care",
    ),
    Family(
        "an uncle with a Child Arrangements Order that ended her care",
        "need=school&need=feelings-behaviour&age=6&arrangement=child-arrangements-order&looked-after=yes&ended=with-order",
        (For(fits="pupil-premium-plus virtual-school", may="therapy-fund camhs", never="one-adoption"),),
    ),
    Family(
        "an uncle with a Child Arrangements Order made long after care ended",
        "need=school&need=health&age=6&arrangement=child-arrangements-order&looked-after=yes&ended=before-order",
        (For(fits="virtual-school", may="camhs", never="pupil-premium-plus therapy-fund"),),
    ),
    Family(
        "a special guardian of a boy of nine who came out of care with the order",
        "need=school&need=feelings-behaviour&need=legal-orders"
        "&age=9&arrangement=special-guardianship-order&looked-after=yes&ended=with-order",
        (
            For(
                fits="pupil-premium-plus virtual-school special-guardian-support school-places",
                may="therapy-fund allowances camhs",
                never="private-fostering-support one-adoption",
            ),
        ),
        unread="being-assessed private-fostering kinship-foster-care",
    ),
    Family(
        "a special guardian who does not know how the care of the boy of nine ended",
        "need=school&need=feelings-behaviour&age=9&arrangement=special-guardianship-order&looked-after=yes&ended=not-sure",
        (For(fits="virtual-school", may="pupil-premium-plus therapy-fund"),),
    ),
    Family(
        "a special guardian who is not sure whether the boy of nine was in care",
        "need=school&need=feelings-behaviour&age=9&arrangement=special-guardianship-order&looked-after=not-sure",
        (For(fits="virtual-school", may="pupil-premium-plus therapy-fund"),),
    ),
    Family(
        "a special guardian of a boy of nine who was never in care",
        "need=school&need=feelings-behaviour&need=legal-orders&need=benefits"
        "&age=9&arrangement=special-guardianship-order&looked-after=no",
        (
            For(
                fits="virtual-school special-guardian-support child-benefit",
                may="allowances",
                never="pupil-premium-plus therapy-fund",
            ),
        ),
    ),
    Family(
        "a special guardian who says that the child of nine is still in care",
        "need=school&need=health&age=9&arrangement=special-guardianship-order&looked-after=yes&ended=not-yet",
        (For(fits="virtual-school", may="pupil-premium-plus therapy-fund"),),
    ),
    Family(
        "a special guardian of a toddler out of care, who has a job",
        "need=childcare&need=school&need=work"
        "&age=2&arrangement=special-guardianship-order&looked-after=yes&ended=with-order&working=yes",
        (
            For(
                fits="family-hubs families-information-service",
                may="free-childcare-hours",
                never="pupil-premium-plus free-school-meals college-and-money-at-16",
            ),
        ),
        reads="childcare work letter-to-employer", unread="university-or-work-after",
    ),
    Family(
        "a special guardian of a young person of sixteen who left care with the order",
        "need=school&need=growing-up&age=16&arrangement=special-guardianship-order&looked-after=yes&ended=with-order",
        (For(may="pupil-premium-plus college-and-money-at-16", never="university"),),
        reads="growing-up money-at-16 my-rights-at-16",
    ),
    Family(
        "a special guardian of a young person of seventeen, too old for the school’s extra money",
        "need=school&need=legal-orders&age=17&arrangement=special-guardianship-order&looked-after=yes&ended=with-order",
        (For(fits="special-guardian-support", may="college-and-money-at-16 university", never="pupil-premium-plus"),),
        reads="growing-up",
    ),
    Family(
        "a special guardian of a student of nineteen who was in care just before",
        "need=allowances&need=benefits&need=health&need=school"
        "&age=19&arrangement=special-guardianship-order&looked-after=yes&ended=with-order",
        (
            For(
                may="allowances special-guardian-support child-benefit universal-credit therapy-fund university",
                never="beds-and-basics grants-from-charities camhs empower pupil-premium-plus virtual-school",
            ),
        ),
        reads="growing-up",
    ),
    Family(
        "a special guardian of a young woman of twenty-three with an EHC plan",
        "need=health&need=send&need=benefits"
        "&age=23&arrangement=special-guardianship-order&looked-after=yes&ended=with-order",
        (
            For(
                fits="send-local-offer",
                may="therapy-fund disability-money",
                never="child-benefit universal-credit camhs guardians-allowance assessment-and-breaks",
            ),
        ),
        unread="money-at-16",
    ),
    Family(
        "a kinship foster carer of a girl of five",
        "need=allowances&need=benefits&need=school&need=feelings-behaviour&need=complaints&age=5&arrangement=kinship-foster-care",
        (
            For(
                fits="allowances pupil-premium-plus virtual-school advocacy",
                may="disability-money camhs over-pension-age",
                never="child-benefit universal-credit guardians-allowance therapy-fund first-year-without-work-search",
            ),
        ),
        reads="fostering-money kinship-foster-care", unread="means-test",
    ),
    Family(
        "a kinship foster carer of a baby",
        "need=allowances&need=benefits&need=childcare&need=school&age=0&arrangement=kinship-foster-care",
        (
            For(
                fits="allowances",
                may="baby-and-small-child free-childcare-hours",
                never="pupil-premium-plus child-benefit free-school-meals",
            ),
        ),
    ),
    Family(
        "a kinship foster carer of a young man of seventeen",
        "need=allowances&need=growing-up&need=school&need=benefits&age=17&arrangement=kinship-foster-care&looked-after=yes",
        (
            For(
                fits="allowances college-and-money-at-16",
                may="university",
                never="pupil-premium-plus child-benefit universal-credit",
            ),
        ),
        reads="growing-up",
    ),
    Family(
        "a kinship foster carer whose grandson turned eighteen",
        "need=allowances&need=growing-up&need=family-plan&need=feelings-behaviour&age=18&arrangement=kinship-foster-care",
        (For(may="university", never="beds-and-basics family-plan camhs empower therapy-fund"),),
        reads="growing-up",
    ),
    Family(
        "a kinship foster carer who says that the boy of eight was never in care",
        "need=school&need=benefits&need=health&age=8&arrangement=kinship-foster-care&looked-after=no",
        (For(fits="pupil-premium-plus virtual-school", never="child-benefit therapy-fund"),),
    ),
    Family(
        "a kinship foster carer who says that care ended with an order",
        "need=school&need=health&age=8&arrangement=kinship-foster-care&looked-after=yes&ended=with-order",
        (For(fits="pupil-premium-plus", never="therapy-fund"),),
    ),
    Family(
        "grandparents who adopted a girl of ten out of care",
        "need=school&need=feelings-behaviour&need=legal-orders&need=benefits"
        "&age=10&arrangement=adoption&looked-after=yes&ended=with-order",
        (
            For(
                fits="pupil-premium-plus one-adoption child-benefit virtual-school school-places",
                may="therapy-fund allowances",
                never="special-guardian-support private-fostering-support",
            ),
        ),
        unread="kinship-foster-care private-fostering",
    ),
    Family(
        "grandparents who adopted and say that the girl is in care now",
        "need=school&need=feelings-behaviour&age=10&arrangement=adoption&looked-after=yes&ended=not-yet",
        (For(fits="one-adoption virtual-school", may="pupil-premium-plus therapy-fund"),),
    ),
    Family(
        "grandparents who adopted a girl who was never in care",
        "need=school&need=feelings-behaviour&age=10&arrangement=adoption&looked-after=no",
        (For(fits="one-adoption virtual-school", never="pupil-premium-plus therapy-fund"),),
    ),
    Family(
        "a sister who does not know what the arrangement is, nor about care",
        "need=legal-orders&need=types-of-kinship-care&need=school&age=12&arrangement=not-sure&looked-after=not-sure",
        (
            For(
                fits="family-rights-group kinship-charity navigators child-law-advice",
                may="private-fostering-support one-adoption special-guardian-support pupil-premium-plus",
            ),
        ),
        reads="types-of-kinship-care legal-orders",
    ),
    Family(
        "a nan over State Pension age whose mum of the child lives",
        "need=benefits&need=feelings-behaviour&age=8&arrangement=special-guardianship-order&pension=yes&parents=living",
        (
            For(
                fits="child-benefit",
                may="over-pension-age",
                never="national-insurance-credits guardians-allowance",
            ),
        ),
        reads="feelings-behaviour", unread="when-a-parent-dies",
    ),
    Family(
        "an aunt under State Pension age with no job",
        "need=benefits&need=work&age=8&arrangement=informal&pension=no&working=no",
        (
            For(
                fits="child-benefit",
                may="national-insurance-credits first-year-without-work-search universal-credit",
                never="over-pension-age",
            ),
        ),
        unread="work",
    ),
    Family(
        "a brother bringing up two sisters after both parents died",
        "need=benefits&need=feelings-behaviour&age=7&arrangement=informal&age-2=17&arrangement-2=informal&parents=died",
        (
            For(fits="child-benefit", may="guardians-allowance first-year-without-work-search", never="therapy-fund"),
            For(may="child-benefit guardians-allowance first-year-without-work-search", never="therapy-fund"),
        ),
        reads="when-a-parent-dies",
    ),
    Family(
        "a kinship foster carer of a boy whose mum died, and her adopted granddaughter",
        "need=benefits&age=9&arrangement=kinship-foster-care&age-2=9&arrangement-2=adoption&parents=died",
        (
            For(never="guardians-allowance child-benefit"),
            For(fits="child-benefit", may="guardians-allowance"),
        ),
    ),
    Family(
        "a special guardian of a child of seven out of care, and of a nephew of fifteen with no order",
        "need=school&need=legal-orders&need=allowances&age=7&arrangement=special-guardianship-order&looked-after=yes"
        "&ended=with-order&age-2=15&arrangement-2=informal&looked-after-2=no&parents=not-sure&need=benefits",
        (
            For(fits="pupil-premium-plus special-guardian-support child-benefit", may="allowances guardians-allowance"),
            For(
                fits="child-benefit virtual-school",
                may="allowances special-guardian-support guardians-allowance",
                never="pupil-premium-plus",
            ),
        ),
        reads="means-test growing-up being-assessed",
    ),
    Family(
        "one carer of a foster child of four, an adopted child of twelve and a friend’s child of sixteen",
        "need=benefits&need=school&need=legal-orders&age=4&arrangement=kinship-foster-care"
        "&age-2=12&arrangement-2=adoption&looked-after-2=yes&ended-2=with-order&age-3=16&arrangement-3=private-fostering",
        (
            For(fits="pupil-premium-plus allowances", never="child-benefit private-fostering-support one-adoption"),
            For(fits="pupil-premium-plus child-benefit one-adoption", never="private-fostering-support"),
            For(may="child-benefit private-fostering-support", never="pupil-premium-plus one-adoption"),
        ),
        reads="kinship-foster-care private-fostering fostering-money",
    ),
    Family(
        "a special guardian of three who left care with the order, aged three, fourteen and eighteen",
        "need=school&need=benefits&need=health"
        "&age=3&arrangement=special-guardianship-order&looked-after=yes&ended=with-order"
        "&age-2=14&arrangement-2=special-guardianship-order&looked-after-2=yes&ended-2=with-order"
        "&age-3=18&arrangement-3=special-guardianship-order&looked-after-3=yes&ended-3=with-order",
        (
            For(fits="child-benefit", may="therapy-fund", never="pupil-premium-plus college-and-money-at-16"),
            For(fits="child-benefit pupil-premium-plus", may="therapy-fund", never="baby-and-small-child"),
            For(may="child-benefit therapy-fund college-and-money-at-16", never="pupil-premium-plus camhs"),
        ),
    ),
    Family(
        "a carer who gives thirty as the child’s age",
        "need=crisis-fund&need=benefits&age=30&arrangement=informal",
        (For(fits="citizens-advice", may="crisis-fund child-benefit beds-and-basics heating-and-energy"),),
        reads="debts-and-scams",
    ),
    Family(
        "somebody who answers nothing",
        "",
        (
            For(
                fits="navigators kinship-charity citizens-advice someone-to-talk-to",
                never="allowances pupil-premium-plus therapy-fund one-adoption private-fostering-support child-benefit",
            ),
        ),
    ),
]  # fmt: skip
