from pages.sign_in.tags import register as register
