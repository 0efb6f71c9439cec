"""What goes up and comes down: multipart bodies, upload sources, batches, downloads."""
