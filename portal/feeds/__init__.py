"""The staff's pages about sources: how each one is, what was refused or held, spreadsheets, keys."""
