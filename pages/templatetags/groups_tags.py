from pages.groups.tags import register as register
