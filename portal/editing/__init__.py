"""The editors' room: easy texts of imported ads, own ads, and taking ads down."""
