"""Commands of the command line: `flask --app wsgi <command>`."""
