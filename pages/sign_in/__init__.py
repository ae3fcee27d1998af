"""How officers sign in: password and second factor, single sign-on, invitations, and the log of it all."""
