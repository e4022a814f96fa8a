"""Papers to print: certificates, cards to sign in with, lists for a workshop, stamps and labels.

Each is a pure function from what stands on it to the bytes of a PDF: the same bytes every time.
"""
