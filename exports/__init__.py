"""Rows in, files out. Changes nothing."""
