"""The planner: prepare a talk that is known to come."""
