"""The study: its file, its rules and its counts. Knows no screen and no network."""
