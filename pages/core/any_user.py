"""Whoever sent a request, signed in or not."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

type AnyUser = AbstractBaseUser | AnonymousUser
