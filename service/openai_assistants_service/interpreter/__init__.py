"""The interpreters of the programs that code_interpreter runs."""
