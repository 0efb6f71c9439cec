"""The command line, `openai-assistants`: see docs/command-line.md. Needs the extra [cli].

Commands are thin. What they print is made by functions without I/O (`kinds`, `text`, `run_watch`,
`chat_text`, `diagnosis`), where they call is decided in `connection`, and what an error comes to in
`exit_codes`.
"""
