"""One call, from the operation and its request to the decoded response."""
