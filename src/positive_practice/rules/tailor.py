"""Tailoring as the front door has it: a tailoring is checked, then resolved and accounted for."""

from positive_practice.catalogue.provenance import differences_of
from positive_practice.catalogue.tailoring import tailored
from positive_practice.derive.structure import Checked
from positive_practice.errors import Misuse, NotComparable
from positive_practice.limits import DEFAULT_LIMITS
from positive_practice.model.framework import Framework
from positive_practice.model.provenance import Provenance
from positive_practice.model.tailoring import Tailoring
from positive_practice.rules.entrance import entrance
from positive_practice.rules.scorable import document_or_raise
from positive_practice.rules.tailorings import tailoring_problems
from positive_practice.scoring.plan import identity_of

__all__ = ["provenance", "tailor"]


@entrance
def tailor(framework: Framework, tailoring: Tailoring) -> Framework:
    """The framework that a local body uses: what its tailoring makes of the published one.

    Args:
        framework: The framework as it was published.
        tailoring: A tailoring of it.

    Returns:
        The tailored framework, for ``framework=`` of the other functions. It has the id and version
        of the first and those of the tailoring, and hashes of its own. The same two give the same
        framework, and the order of the tailoring's lists never matters.

    Raises:
        InvalidDocument: If the tailoring does not fit the framework, with all its problems.
        NotComparable: If it is a tailoring of another framework or version.
        Misuse: If the framework is tailored already, or it is given anything else.

    Source:
        record.md, "The other documents".

    >>> import positive_practice as pp
    >>> county = pp.load("examples/tailorings/county.json", type=pp.Tailoring)
    >>> pp.tailor(pp.framework(), county).practice("GA1").standards[0].text
    'Timely here means within 2 working days.'
    """
    if not isinstance(framework, Framework) or not isinstance(tailoring, Tailoring):
        raise Misuse("tailor takes a framework and a tailoring: pp.tailor(framework, tailoring)")
    if framework.tailoring is not None:
        raise Misuse("tailor takes a framework as it was published: this one is tailored already")
    if (framework.id, framework.version) != (tailoring.framework.id, tailoring.framework.version):
        raise NotComparable(("framework",))
    problems = tailoring_problems(tailoring, framework)
    checked = Checked(document=None if problems else tailoring, problems=problems)
    return tailored(framework, document_or_raise(checked, DEFAULT_LIMITS))


@entrance
def provenance(framework: Framework, tailoring: Tailoring) -> Provenance:
    """Each difference that a tailoring makes, and which line of it makes it.

    Args:
        framework: As in ``tailor``.
        tailoring: As in ``tailor``.

    Returns:
        The identities of both frameworks, with their hashes, and every difference between them.

    Raises:
        InvalidDocument: As in ``tailor``.
        NotComparable: As in ``tailor``.
        Misuse: As in ``tailor``.

    >>> import positive_practice as pp
    >>> county = pp.load("examples/tailorings/county.json", type=pp.Tailoring)
    >>> first = pp.provenance(pp.framework(), county).differences[0]
    >>> first.kind, first.id, first.pointer
    ('label', 'delivery', '/labels/1')
    """
    local = tailor(framework, tailoring)
    return Provenance(
        framework=identity_of(framework),
        tailored=identity_of(local),
        content_hash=local.content_hash,
        differences=differences_of(framework, tailoring),
    )
