from pages.plain_words.tags import register as register
