"""The models that can answer in a run."""
