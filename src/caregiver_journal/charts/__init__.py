"""Drawings of domain values on given axes, and the pictures made of them."""
