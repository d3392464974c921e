"""Views: pure functions of a document that say what is in it. A view knows no rule."""
