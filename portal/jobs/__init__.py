"""The job board: ads come in, are decided on and stored, and are shown to readers."""
