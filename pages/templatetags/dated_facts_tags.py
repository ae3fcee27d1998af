from pages.dated_facts.tags import register as register
