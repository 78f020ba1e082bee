"""Which releases may be of one case: found by rule, explained in words, decided by the analyst."""
