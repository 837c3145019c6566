"""The vocabulary, its SHACL shapes and the JSON-LD context, as data."""
