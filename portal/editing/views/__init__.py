"""Views: The editors' list, one ad's text, taking ads down, own ads. Importing this makes `bp` complete."""

from portal.editing.views import deciding, lists, own, texts
from portal.editing.views.blueprint import bp

__all__ = ["bp", "deciding", "lists", "own", "texts"]
