from django.tasks import task
from django.utils import timezone

from pages.ring_back import callbacks
from pages.ring_back.mail import NowhereToSendError


@task
def mail_waiting() -> None:
    """Mails new requests at once. What fails now is tried again by `send_callbacks`, which is on the schedule."""
    try:
        callbacks.send_waiting(timezone.now())
    except NowhereToSendError:
        return
