from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm


class FirstMistakeForm(WagtailAdminModelForm):
    """Says one thing of a field: what could not be read is not missing as well, as the model then says."""

    def _update_errors(self, errors: ValidationError) -> None:
        if hasattr(errors, "error_dict"):
            new = {name: said for name, said in errors.error_dict.items() if name not in self.errors}
            errors = ValidationError(new)
        super()._update_errors(errors)
