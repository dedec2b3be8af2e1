"""The staff's page for letters: read them, word them anew, see how they look and how hard they are."""
