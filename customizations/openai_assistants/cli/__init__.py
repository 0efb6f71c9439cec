"""The command line, `openai-assistants`: see docs/command-line.md.

Commands are thin: what they print is made by functions without I/O (`columns`, `text`,
`run_lines`, ...), what an error comes to by `exit_codes`. Needs the extra [cli].
"""
