"""Everything that `make demo` starts beside the portal itself."""
