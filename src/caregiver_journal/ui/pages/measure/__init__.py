"""Fill in a questionnaire from its paper form."""
