"""The machinery that runs the checks: descriptor, columns, verdicts, report."""
