"""Blocks with a manner of their own: verse, letters, plays, questions and answers, epigraphs, chronologies."""
