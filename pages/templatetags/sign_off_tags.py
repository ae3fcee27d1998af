from pages.sign_off.tags import register as register
