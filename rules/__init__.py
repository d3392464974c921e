"""The shipped rules: one YAML card each, grouped in a folder a family."""
