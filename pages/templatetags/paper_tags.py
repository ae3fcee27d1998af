from pages.paper.tags import register as register
