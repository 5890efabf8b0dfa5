"""Text to numbers, units, periods, places, industries and names. Nothing here knows a table."""
