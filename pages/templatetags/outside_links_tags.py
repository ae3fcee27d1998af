from pages.outside_links.tags import register as register
