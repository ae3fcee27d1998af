import smtplib
from functools import partial

from django.conf import settings
from django.core.mail import mailers
from django.core.mail.backends.console import EmailBackend as ConsoleBackend
from django.core.mail.backends.smtp import EmailBackend

from .in_time import in_time
from .unfit import UnfitError

SECONDS = 5  # a start does not wait longer
REASONS: dict[type[smtplib.SMTPException], str] = {
    smtplib.SMTPAuthenticationError: "it does not take the user and password",
    smtplib.SMTPNotSupportedError: "it does not offer the encryption or the log-in that MAIL_URL asks for",
    smtplib.SMTPServerDisconnected: "it hangs up",
    smtplib.SMTPResponseException: "it does not answer as a mail server does",
}


def answers() -> None:
    """The mail server greets us and takes our log-in. A demonstration writes its messages on the screen."""
    if "default" not in mailers:
        if settings.IS_HTTPS and not settings.NO_MAIL_IS_MEANT:
            raise UnfitError(
                "MAIL_URL is not set: nobody is told of requests to be rung, of checks or of approvals. "
                "MAIL_URL=none says that it is meant so."
            )
        return
    mailer = mailers.default
    if isinstance(mailer, ConsoleBackend) and not settings.DEMONSTRATION:
        raise UnfitError("MAIL_URL is console: messages are only printed, nobody gets them.")
    if isinstance(mailer, EmailBackend):
        _ask(mailer)


def _ask(mailer: EmailBackend) -> None:
    mailer.timeout = min(mailer.timeout or SECONDS, SECONDS)
    try:
        in_time(partial(_greet, mailer), SECONDS)
    except (OSError, smtplib.SMTPException) as error:
        raise UnfitError(
            f"The mail server that MAIL_URL names can't be used: {_reason(error)}. Messages wait until it can."
        ) from None


def _greet(mailer: EmailBackend) -> None:
    try:
        mailer.open()
    finally:
        mailer.close()


def _reason(error: Exception) -> str:
    """In our words, or the system's. The server's own may repeat the log-in."""
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return f"it does not answer within {SECONDS} seconds"
    if isinstance(error, smtplib.SMTPException):
        kinds = (words for kind, words in REASONS.items() if isinstance(error, kind))
        return next(kinds, type(error).__name__)
    return getattr(error, "strerror", None) or type(error).__name__
