"""Draws the demonstration gallery's plates: pictures made by program, not photographs."""
