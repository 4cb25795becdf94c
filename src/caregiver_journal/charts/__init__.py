"""Drawings of domain values on given axes; empty until the first chart."""
