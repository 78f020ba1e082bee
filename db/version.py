"""How a study file is recognised, and which schema this program knows."""

MIGRATION_SET = "annotator"
MIGRATIONS = (
    "m001_study",
    "m002_collecting",
    "m003_relatives",
    "m004_counting",
    "m005_placing",
    "m006_tallying",
    "m007_versions",
)
"""Names of all migrations in order; a test holds them against `db.schema`."""
APPLICATION_ID = 0x52414E4E
"""SQLite's application_id of a study ("RANN")."""
