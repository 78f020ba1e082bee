"""Pieces of the screens; each draws fixed rows and repaints only the rows that changed."""
