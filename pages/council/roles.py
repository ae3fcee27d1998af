"""The names of the council's roles; each is a Wagtail group. What each may do is in pages/site/set_up_roles.py."""

SECTION_EDITORS = "Section editors"
KINSHIP_LEAD = "Kinship lead"
NAVIGATORS = "Navigators"
ADMINISTRATORS = "Administrators"
