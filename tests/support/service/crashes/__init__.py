"""A service under load, any process of which is killed at random moments, and what has to hold."""
