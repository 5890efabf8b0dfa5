"""`python -m jiqun`."""

import sys

from jiqun.cli import main

sys.exit(main())
