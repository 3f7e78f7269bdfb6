"""Write everything that follows from something else: ``python scripts/generate.py``.

It runs the scripts beside it, each anew, since the later ones read what the earlier ones wrote,
and on the sources as they stand, so nothing need be installed again. Published vectors never
change, and so are no part of this.
"""

import os
import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).parent
IN_ORDER = ("generate_codes", "generate_root", "generate_schemas", "generate_docs")


def main() -> None:
    """Run each script, and stop at the first that fails."""
    sources = {**os.environ, "PYTHONPATH": str(SCRIPTS.parent / "src")}
    for name in IN_ORDER:
        subprocess.run([sys.executable, SCRIPTS / f"{name}.py"], env=sources, check=True)


if __name__ == "__main__":
    main()
