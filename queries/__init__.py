"""Named queries: one `.rq` file each; its comment header is its help text."""
