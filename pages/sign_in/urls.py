"""The screens of django-allauth that officers need, by its names, and ours. What is not here is not to be had."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from django.urls import path, re_path
from django.views.decorators.cache import never_cache
from wagtail.utils.urlpatterns import decorate_urlpatterns

from pages.sign_in import single_sign_on, views

urlpatterns = [
    path("", account.login, name="account_login"),
    path("out/", account.logout, name="account_logout"),
    path("shut/", account.account_inactive, name="account_inactive"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("forgotten/", views.forgotten, name="account_reset_password"),
    path("forgotten/asked/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^new-password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("new-password/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("invitation/<str:signed>/", views.invitation, name="invitation"),
    path("second-step/", factors.authenticate, name="mfa_authenticate"),
    path("again/code/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("factors/", factors.index, name="mfa_index"),
    path("factors/end-other-sessions/", views.end_other_sessions, name="end-other-sessions"),
    path("factors/codes/", totp.activate_totp, name="mfa_activate_totp"),
    path("factors/codes/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("factors/recovery-codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("factors/recovery-codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("factors/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("factors/passkeys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("factors/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("again/passkey/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("by/cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("by/<slug:provider_id>/", single_sign_on.begin, name="openid_connect_login"),
    path("by/<slug:provider_id>/back/", single_sign_on.come_back, name="openid_connect_callback"),
]
urlpatterns = decorate_urlpatterns(urlpatterns, never_cache)
