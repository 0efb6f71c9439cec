"""The page for people: what the service stores, to read, to search and to go on with.

It is no part of the API. What it does, it does by the handlers of the API.
"""
