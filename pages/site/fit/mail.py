import smtplib

from django.conf import settings
from django.core.mail import mailers
from django.core.mail.backends.smtp import EmailBackend

from .unfit import UnfitError

SECONDS = 5  # a start does not wait longer


def answers() -> None:
    """The mail server greets us and takes our log-in. A demonstration writes its messages on the screen."""
    if "default" not in mailers:
        if settings.IS_HTTPS:
            raise UnfitError("MAIL_URL is not set: nobody is told of requests to be rung, of checks or of approvals.")
        return
    mailer = mailers.default
    if not isinstance(mailer, EmailBackend):
        return
    mailer.timeout = min(mailer.timeout or SECONDS, SECONDS)
    try:
        mailer.open()
    except (OSError, smtplib.SMTPException) as error:
        # The server's own words may repeat the log-in.
        raise UnfitError(
            f"The mail server that MAIL_URL names can't be used: {_reason(error)}. Messages wait until it can."
        ) from None
    finally:
        mailer.close()


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return "it does not take the user and password"
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return f"it does not answer within {SECONDS} seconds"
    return type(error).__name__
