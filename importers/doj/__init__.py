"""The Justice Department's releases from the web: its JSON API, lists of addresses, listing pages.

Fetches and reads, stores nothing. Importing this package is cheap; requests and selectolax are
loaded by the modules that need them.
"""
