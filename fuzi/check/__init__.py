"""Checks look at values as they pass and change nothing."""
