"""The questionnaires: those in use, and the others."""
