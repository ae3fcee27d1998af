from pages.site.tags import register as register
