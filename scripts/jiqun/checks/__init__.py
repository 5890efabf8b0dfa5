"""The validator: frictionless's verdict on a data package, and the checks that no schema can express.

`validate` judges anybody's package and returns a `Report`; the command `jiqun validate` prints it.
"""

from .engine.problem import Problem
from .engine.report import Report, Task
from .engine.run import judge_documents, validate

__all__ = ["Problem", "Report", "Task", "judge_documents", "validate"]
