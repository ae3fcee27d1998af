"""The blocks an editor builds prose from, in the order the menu shows them."""

from wagtail import blocks

from .answer import AnswerBlock
from .callout import CalloutBlock
from .comparison import ComparisonBlock
from .contact import ContactBlock
from .details import DetailsBlock
from .facts import FactsBlock
from .kept import KeptBlock
from .numbers import LineBlock, NumbersBlock
from .prose import INLINE, LONG_PROSE, PROSE
from .quote import QuoteBlock
from .steps import StepBlock, StepsBlock
from .text import TextBlock

__all__ = ["INLINE", "LONG_PROSE", "PROSE", "BodyBlock", "HereBlock", "LineBlock", "StepBlock"]


class BodyBlock(blocks.StreamBlock):
    text = TextBlock()
    steps = StepsBlock()
    callout = CalloutBlock()
    contact = ContactBlock()
    numbers = NumbersBlock()
    facts = FactsBlock()
    comparison = ComparisonBlock()
    details = DetailsBlock()
    quote = QuoteBlock()
    kept = KeptBlock()


class HereBlock(blocks.StreamBlock):
    """What holds in the council's area, on a page whose other words are the same in all of England."""

    text = TextBlock()
    steps = StepsBlock()
    callout = CalloutBlock()
    contact = ContactBlock()
    details = DetailsBlock()
    answer = AnswerBlock()
