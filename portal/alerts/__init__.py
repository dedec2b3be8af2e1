"""Alerts: hear of new jobs by mail or SMS without an account; easy to stop."""
