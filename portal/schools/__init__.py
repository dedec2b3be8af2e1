"""STU schools: pages for teachers, the class board, sheets for paper, visits, the calendar of gatherings."""
