"""Write what a release is made of, as CycloneDX: ``python scripts/sbom.py PYTHON FILE``.

PYTHON is that of an environment into which the release and its dependencies are installed, and
nothing else. The list has names, versions, licences and who needs whom. References to pages of
other projects are left out: they change without us, and name hosts. Hashes of the files stand in
``.ci/constraints.txt``. Needs the extra ``release``, and ``SOURCE_DATE_EPOCH`` for its date.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def bill_of(python: str) -> dict[str, Any]:
    """What is installed in an environment, in CycloneDX 1.6."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"]
    command += ["--pyproject", "pyproject.toml", "--mc-type", "library", "--sv", "1.6", python]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    bill: dict[str, Any] = without_references(json.loads(done.stdout))
    return bill


def without_references(value: Any) -> Any:
    """A plain value without the references to pages of others, at any depth."""
    if isinstance(value, list):
        return [without_references(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = value.items()
    return {key: without_references(one) for key, one in kept if key != "externalReferences"}


if __name__ == "__main__":
    text = json.dumps(bill_of(sys.argv[1]), indent=1, sort_keys=True, ensure_ascii=False)
    Path(sys.argv[2]).write_text(f"{text}\n", "utf-8", newline="\n")
