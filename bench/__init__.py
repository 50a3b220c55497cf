"""Measuring the tool against itself and its peers; nothing here passes or fails by time."""
