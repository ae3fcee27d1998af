import os

from django.core.wsgi import get_wsgi_application

from kinship_offer import start
from kinship_offer.postgresql.limits import serve_requests

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinship_offer.settings")

# What is uploaded or made is for the site's own user alone. Gunicorn's own setting is about its socket, which a proxy
# must be able to use.
os.umask(0o077)
serve_requests()
application = get_wsgi_application()
# gunicorn.conf.py has asked already, once for all workers. A server that knows nothing of it is not let off.
if start.ASKED not in os.environ:
    start.refuse_what_cannot_be_right()
