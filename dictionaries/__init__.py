"""The shipped word lists: sorted UTF-8 text, each headed by its sources and licences."""
