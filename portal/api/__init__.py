"""The API for programs: partners push their ads; documented in `openapi.json`."""
