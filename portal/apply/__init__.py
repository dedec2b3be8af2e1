"""The application form: one question a page, saved at each step."""
