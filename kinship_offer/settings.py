"""Settings, all from the environment; the README has a row for each variable."""

from pathlib import Path
from urllib.parse import urlsplit

import fontpkg_amiri
import fontpkg_atkinson_hyperlegible
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from kinship_offer import env, hosts
from kinship_offer.mail import NONE, mailers, sender
from kinship_offer.misspelt import refuse_misspelt
from kinship_offer.single_sign_on import provider

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.text("DATA_DIR", str(BASE_DIR / "var")))

DEBUG = env.switch("DEBUG")
DEMONSTRATION = env.switch("DEMONSTRATION")
SECRET_KEY = "only-for-development" if DEBUG else env.secret("SECRET_KEY")

SITE_URL = env.address("SITE_URL", "http://localhost:8000")
IS_HTTPS = SITE_URL.startswith("https://")
SITE_URL_IS_SET = bool(env.text("SITE_URL"))
ALLOWED_HOSTS = [urlsplit(SITE_URL).hostname, *hosts.names("ALLOWED_HOSTS")]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
if DEBUG and IS_HTTPS:
    raise ImproperlyConfigured("DEBUG shows the site's inside to everybody: it can't be on for an https site.")
if DEMONSTRATION and IS_HTTPS:
    raise ImproperlyConfigured("DEMONSTRATION makes log-ins that everybody can read: it can't be on for an https site.")
if not (IS_HTTPS or DEBUG or DEMONSTRATION) and not all(map(hosts.is_this_machine, ALLOWED_HOSTS)):
    raise ImproperlyConfigured(
        "SITE_URL is not https, but ALLOWED_HOSTS or SITE_URL lets others in than this machine: officers would sign in "
        "without a second factor, and their passwords could be read on the way. Set SITE_URL to https://…"
    )

INSTALLED_APPS = [
    "pages",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "pages.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "pages.site.health.Health",
    "pages.site.middleware.NoticeProxies",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "pages.site.middleware.ContentSecurityPolicy",
    "pages.site.middleware.VisitorCaching",
    "django.middleware.http.ConditionalGetMiddleware",
    "pages.finder.middleware.Answered",
    "pages.site.middleware.OneVersion",
    "pages.site.words.FinishedWords",
    "pages.my_list.middleware.KeepsTheList",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "pages.sign_in.middleware.Guard",
    "pages.site.middleware.MadeUpAddresses",
    "pages.set_up.middleware.NotOpenYet",
    "pages.paper.middleware.SaysWhatDoesNotFit",
    "pages.site.forgiving.ForgivingAddresses",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "pages.visits.middleware.CountVisits",
]

ROOT_URLCONF = "kinship_offer.urls"
WSGI_APPLICATION = "kinship_offer.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pages.council.context.council",
            ],
        },
    },
]

DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}
DATABASES["default"] |= {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    env.make_folder(Path(DATABASES["default"]["NAME"]).parent, "DATA_DIR or DATABASE_URL")
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
CACHES = {"default": env.cache("CACHE_URL")}
MAIL_URL = env.text("MAIL_URL", "console" if DEBUG or DEMONSTRATION else "")
MAILERS = mailers("MAIL_URL", MAIL_URL)
NO_MAIL_IS_MEANT = MAIL_URL == NONE
DEFAULT_FROM_EMAIL = f"no-reply@{urlsplit(SITE_URL).hostname}"
if env.text("MAIL_FROM"):
    DEFAULT_FROM_EMAIL = sender("MAIL_FROM", env.text("MAIL_FROM"))
TRUSTED_PROXIES = env.count("TRUSTED_PROXIES", 0)
TRUSTED_PROXIES_ARE_SET = bool(env.text("TRUSTED_PROXIES"))
WORKERS = env.workers()
HEALTH_TOKEN = env.secret_or_none("HEALTH_TOKEN")
TASKS = {"default": {"BACKEND": "pages.core.tasks.Backend", "QUEUES": ["default", "paper", "slow"]}}

AUTHENTICATION_BACKENDS = ["pages.sign_in.backend.SignInBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "pages.sign_in.passwords.NotOfThisSite"},
]
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
# Hours that an officer may do nothing; the browser forgets who they were when it is closed.
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
SECOND_FACTOR_NEEDED = IS_HTTPS
ACCOUNT_ADAPTER = "pages.sign_in.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_SESSION_REMEMBER = False
# django-allauth counts in the cache, which may be one process's own: tries are counted by pages/sign_in/throttle.py.
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
ACCOUNT_FORMS = {
    "login": "pages.sign_in.forms.SignInForm",
    "reauthenticate": "pages.sign_in.forms.AgainForm",
    "reset_password": "pages.sign_in.forms.AskForResetForm",
    "reset_password_from_key": "pages.sign_in.forms.NewPasswordForm",
    "user_token": "pages.sign_in.forms.LinkForm",
}
MFA_ADAPTER = "pages.sign_in.factors.FactorAdapter"
MFA_FORMS = {
    "authenticate": "pages.sign_in.forms.SecondStepForm",
    "reauthenticate": "pages.sign_in.forms.AgainByCodeForm",
    "activate_totp": "pages.sign_in.forms.SetUpCodesForm",
    "add_webauthn": "pages.sign_in.forms.AddPasskeyForm",
    "authenticate_webauthn": "pages.sign_in.forms.PasskeyForm",
    "login_webauthn": "pages.sign_in.forms.SignInByPasskeyForm",
    "reauthenticate_webauthn": "pages.sign_in.forms.AgainByPasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Kinship Local Offer"
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "pages.sign_in.single_sign_on.StaffAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = provider("SSO_")

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [BASE_DIR / "kinship_offer/locale"]
TIME_ZONE = "Europe/London"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "pages.site.fonts.FontFinder",
]
FONT_FILES = fontpkg_atkinson_hyperlegible.ROOT / "files"
ARABIC_FONT_FILES = fontpkg_amiri.ROOT / "files"  # for paper, Urdu too
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
# The site serves them itself: nobody else on the machine need read what was uploaded or collected.
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "pages.site.static_storage.InliningStorage"
    },
}

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}
SECURE_SSL_REDIRECT = IS_HTTPS
# Without a proxy of ours in front the header is a visitor's own.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS and TRUSTED_PROXIES else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if IS_HTTPS else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = [
    "mail.W001",  # where it matters, pages/site/fit/mail.py says what comes of it
    "security.W005",  # HSTS for sub-domains is not ours to decide: most of them are other sites of the council
    "security.W019",  # the CMS shows drafts in a frame of its own site
    "security.W021",  # as with W005: browsers' preloaded list takes whole domains only
]
CSRF_FAILURE_VIEW = "pages.site.errors.csrf_failure"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Seconds from a change to the printing of the whole offer, so that many changes make one printing.
PRINT_OFFER_AFTER = 20
# A change is worked into the search's index by a thread of each process; requests go on with the one before.
SEARCH_FOLLOWS_BEHIND = True
# Seconds that counts of visits wait in memory, so that many make one writing.
WRITE_COUNTS_AFTER = 60

WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_SITE_NAME = "Kinship Local Offer"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English")]
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_secrets": {"()": "kinship_offer.logs.WithoutSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_secrets"]}},
    # It would log an error's own words, which may quote an address or a message: pages.work.queue logs its kind.
    "loggers": {"django.tasks": {"level": "CRITICAL"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

refuse_misspelt(env.asked)
