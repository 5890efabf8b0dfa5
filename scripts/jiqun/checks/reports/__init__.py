"""The report in the forms in which it is read: text, JSON, GitHub annotations, HTML."""
