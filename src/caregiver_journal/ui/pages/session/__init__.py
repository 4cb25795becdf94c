"""What to talk about with a therapist, what is tried until then, and the sessions."""
