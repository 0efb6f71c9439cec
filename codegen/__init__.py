"""The program behind `make generate`: from the description to openai_assistants_rest."""
