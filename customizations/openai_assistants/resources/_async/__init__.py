"""Resources of the asynchronous client, with helpers of ours."""
