"""What the site needs in order to serve, each asked by using it. What is wrong is an UnfitError that says what to do.

The start asks (`checks.py`), and `/readyz` asks again and again (`ready.py`).
"""
