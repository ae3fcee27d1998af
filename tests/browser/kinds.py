"""One page of every kind in the served offer, and the pages that are no kind."""

import re

KINDS = {
    "HomePage": "/",
    "SectionPage": "/money/",
    "SupportPage": "/money/allowances/",
    "GroupPage": "/groups/fortnightly-groups/",
    "GuidePage": "/start-here/getting-started/",
    "InformationPage": "/urgent-help/",
    "ContactsPage": "/contact-us/",
    "GlossaryPage": "/glossary/",
    "TonightPage": "/tonight/",
    "LeafletPage": "/leaflet/",
    "HaveYourSayPage": "/have-your-say/",
    "ConsultationReportPage": "/have-your-say/test-report/",
    "LetterPage": "/start-here/letter-to-school/",
}
OTHERS = {
    "find": "/find/",
    "find-answers": "/find/?need=school&need=allowances&arrangement=special-guardianship-order&age=7&looked-after=yes",
    "find-children": "/find/children/?need=school&arrangement=special-guardianship-order&age=7&looked-after=yes",
    "find-household": "/find/?need=school&age=7&arrangement=special-guardianship-order&age-2=15&arrangement-2=informal",
    "support-your-row": "/money/allowances/?age=9&arrangement=special-guardianship-order",
    "search": "/search/",
    "search-results": "/search/?q=money",
    "search-without-results": "/search/?q=zzzzqq",
    "search-for-a-slip": "/search/?q=dentsit",
    "search-in-another-language": "/search/?q=szko%C5%82a",
    "young-people": "/young-people/",
    "young-people-guide": "/young-people/what-words-mean/",
    "ask-us-to-ring": "/ask-us-to-ring/",
    "ask-us-to-ring-thanks": "/ask-us-to-ring/thanks/",
    "young-ask-us-to-ring": "/young-people/ask-us-to-ring/",
    "young-ask-us-to-ring-thanks": "/young-people/ask-us-to-ring/thanks/",
    "comment": "/comment/",
    "comment-thanks": "/comment/thanks/",
    "groups": "/groups/",
    "my-list": "/my-list/",
    "law": "/how-we-meet-the-law/",
    "useful-thanks": "/useful/thanks/",
    "not-found": "/nowhere/",
}
PAGES = KINDS | OTHERS


def different_looks(page, paths):
    """Of these paths the first, and each whose page has an element or a class that no page before it has.

    What looks like something of its own, as a block does, has a class of its own.
    """
    seen, chosen = set(), []
    for path in paths:
        text = page.request.get(path).text()
        parts = {*re.findall(r"<(\w+)", text), *" ".join(re.findall(r'class="([^"]*)"', text)).split()}
        if not parts <= seen:
            chosen.append(path)
        seen |= parts
    return chosen
