from pages.core.tags import register as register
