"""The guide "Kan jeg få et KLAPjob?": a few pictured questions, and the best way on. It never says no."""
