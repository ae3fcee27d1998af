def template_or_partial(request, template: str, name: str) -> str:
    """The template, or only its partial `name` when htmx is filling `#name`.

    Boosted links and restored history name no target: they get the whole page.
    """
    return f"{template}#{name}" if request.htmx.target == name else template
