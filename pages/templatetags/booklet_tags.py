from pages.paper.booklet.tags import register as register
