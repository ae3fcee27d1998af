"""The blocks an editor builds prose from, in the order the menu shows them."""

from wagtail import blocks

from .callout import CalloutBlock
from .contact import ContactBlock
from .details import DetailsBlock
from .facts import FactsBlock
from .kept import KeptBlock
from .prose import INLINE, LONG_PROSE, PROSE
from .quote import QuoteBlock
from .steps import StepBlock, StepsBlock
from .text import TextBlock

__all__ = ["INLINE", "LONG_PROSE", "PROSE", "BodyBlock", "StepBlock"]


class BodyBlock(blocks.StreamBlock):
    text = TextBlock()
    steps = StepsBlock()
    callout = CalloutBlock()
    contact = ContactBlock()
    facts = FactsBlock()
    details = DetailsBlock()
    quote = QuoteBlock()
    kept = KeptBlock()
