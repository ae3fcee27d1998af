from wagtail.admin.panels import Panel


class PlainWordsPanel(Panel):
    """One line at the top of the editor: how hard the page reads, and how many hints there are."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/plain_words/panel.html"

        def get_context_data(self, parent_context=None):
            from pages.services import plain_words

            return super().get_context_data(parent_context) | {"look": plain_words.look(self.instance)}
