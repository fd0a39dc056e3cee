"""Confidentiality: which values of a balance are withheld, so that no confidential one can be computed."""
