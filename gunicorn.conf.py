"""What the web server writes down, wherever it is started: never what somebody searched for or answered."""

# Time, method and path, status, size, milliseconds. Gunicorn's own has the query, the referrer and the address too.
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(b)s %(M)s'
