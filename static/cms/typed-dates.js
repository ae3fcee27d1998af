// What an officer types stays as typed. Wagtail's calendar would put a date or time of its own in place of what it
// cannot read, when the field is left, and another time when a wheel turns over it; the server says what is wrong.
Object.assign(jQuery.fn.datetimepicker.defaults, { validateOnBlur: false, scrollInput: false });
