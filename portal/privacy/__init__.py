"""Personal data seen from the person's side: deletion in time, all that is known, who has looked."""
