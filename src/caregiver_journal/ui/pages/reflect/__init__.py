"""The Reflect page: questions by theme, forms with a few steps, and writing freely."""
