"""Which marks an editor can put into running text. Few, so that text stays plain and exports as Markdown."""

INLINE = ["bold", "link", "example", "fact", "until", "words"]
PROSE = [*INLINE, "ul", "ol"]
LONG_PROSE = ["h2", "h3", *PROSE]
