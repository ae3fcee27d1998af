from pages.finder.tags import register as register
