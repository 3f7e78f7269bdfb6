"""Every published document by name, and the published schema of each.

The schemas are derived from the model when the library is made, and shipped: what integrators
have in ``schemas/`` is byte for byte what this reads.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from positive_practice.model.agreement import Agreement
from positive_practice.model.comparison import Comparison
from positive_practice.model.framework import Framework
from positive_practice.model.lookup import find
from positive_practice.model.notice import UrgentHelpNotice
from positive_practice.model.problem import ValidationReport
from positive_practice.model.profile import Profile
from positive_practice.model.record import AuditRecord
from positive_practice.model.tailoring import Tailoring
from positive_practice.model.tally import Tally
from positive_practice.text.package_data import package_data

__all__ = ["DOCUMENTS", "schema"]

DOCUMENTS: Mapping[str, type] = MappingProxyType(
    {
        "framework": Framework,
        "tailoring": Tailoring,
        "audit-record": AuditRecord,
        "tally": Tally,
        "profile": Profile,
        "comparison": Comparison,
        "agreement": Agreement,
        "validation-report": ValidationReport,
        "urgent-help-notice": UrgentHelpNotice,
    }
)


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a document.

    Args:
        name: The document's name, such as ``audit-record``.

    Returns:
        The schema as plain values, a fresh copy.

    Raises:
        UnknownName: If there is no such document; the error lists those that exist.

    Source:
        record.md, "The other documents".

    >>> schema("audit-record")["$id"]
    'urn:positive-practice:schema:audit-record:1.0'
    """
    find("document", DOCUMENTS, name)
    plain: dict[str, Any] = package_data("catalogue", "data", "schemas", f"{name}.schema.json")
    return plain
