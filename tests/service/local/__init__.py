"""The service inside a process, without a socket."""
