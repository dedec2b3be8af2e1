"""How requests reach the application: a server that slow clients cannot stop, a shortcut to kept pages."""
