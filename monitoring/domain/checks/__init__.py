"""Plausibility: one file for each question asked about new values; an answer is a doubt and never blocks."""
