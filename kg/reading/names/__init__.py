"""Names: where they begin and end, of what kind they are, and which are one."""
