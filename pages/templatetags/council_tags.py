from pages.council.tags import register as register
