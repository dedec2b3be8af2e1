"""What other sites and search engines get: feeds, the read API, JobPosting data, the map of the site."""
