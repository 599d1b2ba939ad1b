"""Exercises one after another: a learner saves an answer, and its check says what is wrong with it, or goes on."""
