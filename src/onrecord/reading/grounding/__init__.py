"""When, where and how many: dates, places and figures, and the happenings they belong to."""
