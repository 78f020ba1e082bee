"""The report as text, lines and pages; `db.report` counts."""
