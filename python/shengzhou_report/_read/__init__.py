"""What files become text: one module a format; `formats` chooses among them by content and ending.

Files are untrusted. A reader takes bytes and gives text, or raises ParseError; it bounds what it unpacks and waits for.
"""
