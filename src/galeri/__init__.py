"""galeri turns Markdown, YAML and photos into a multilingual gallery that any static host can serve."""

__version__ = "0.1.0"
