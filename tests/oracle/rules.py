"""An independent oracle of the integrity and quality rules, written from the specification alone.

In: a structurally valid audit record, the base framework document and, where the record names one,
its tailoring, all as plain JSON values. Out: every problem as (code, pointer, position, severity).
It is naive on purpose and shares nothing with the library: where the two differ, one of them
misreads `record.md`.
"""

from collections.abc import Callable, Iterator
from typing import Any

from support.specification import quality_severities

Json = dict[str, Any]
Problem = tuple[str, str, str | None, str]
Place = tuple[str, str | None]  # pointer and position
Said = tuple[str, Json]  # pointer and the answer or decision that stands there

LEVELS = {"not_evident": 0, "partly": 1, "mostly": 2, "fully": 3}

REASON_FOR = {
    "condition_not_met": "not_applicable",
    "stage_not_reached": "not_applicable",
    "outside_role": "not_known",
    "before_involvement": "not_known",
    "after_involvement": "not_known",
    "outside_period": "not_known",
    "no_access": "not_known",
    "withheld": "not_known",
    "cannot_judge": "not_known",
    "other": "not_known",
}

NOT_WORKERS = {"young_person", "family_or_trusted_person"}

QUOTE_FIELDS = ["origin", "speaker_role", "consent", "anonymised_by"]

FIRST_HAND = {"first_hand", "through_advocate", "recorded_words"}

CONTRADICTING_EVENTS = {
    "PE4": {"contact_declined"},
    "MA4": {"service_transition", "life_change", "worker_change"},
    "MA5": {"escalation"},
    "CF2": {"approach_change"},
}

FORBIDDEN_KEYS = [
    "name",
    "first_name",
    "last_name",
    "full_name",
    "forename",
    "given_name",
    "surname",
    "family_name",
    "initials",
    "date_of_birth",
    "dob",
    "birth_date",
    "address",
    "postcode",
    "nhs_number",
    "ni_number",
    "national_insurance_number",
    "upn",
    "phone",
    "telephone",
    "mobile",
    "email",
    "risk",
    "risk_score",
    "risk_level",
    "risk_rating",
    "risk_band",
    "risk_category",
    "suicide_risk",
    "prediction",
    "predicted_risk",
    "rank",
    "ranking",
    "rag",
    "rag_rating",
]

MODES = ["draft", "submitted", "agreed", "publish"]

SEVERITIES = quality_severities()


def problems(
    record: Json, framework: Json, mode: str, tailoring: Json | None = None
) -> list[Problem]:
    """Every integrity and quality problem of a structurally valid record, once per place.

    `framework` is the base framework, also where the record names a tailoring. Quality rules are
    not looked at where an integrity rule is broken: such a record has no one meaning.
    """
    world = World(record, framework, mode, tailoring)
    broken = [
        (code, pointer, position, "error")
        for code, rule in INTEGRITY.items()
        for pointer, position in dict.fromkeys(rule(world))
    ]
    if broken:
        return broken
    return [
        (code, pointer, position, severity(code, mode))
        for code, rule in QUALITY.items()
        if severity(code, mode) != "-"
        for pointer, position in dict.fromkeys(rule(world))
    ]


def severity(code: str, mode: str) -> str:
    """What the table of record.md says of a quality code in a mode."""
    return SEVERITIES[code][MODES.index(mode)]


class World:
    """A record beside its framework: all that a rule may look at."""

    def __init__(
        self, record: Json, framework: Json, mode: str, tailoring: Json | None = None
    ) -> None:
        self.record = record
        self.mode = mode
        self.case: Json = record["case"]
        self.submissions: list[Json] = record["submissions"]
        self.reviews: list[Json] = record.get("reviews", [])
        self.actions: list[Json] = record.get("actions", [])
        self.events: list[Json] = record.get("events", [])
        self.outcomes: list[Json] = record.get("outcomes", [])
        self.own_answers: list[Json] = record.get("own_view", {}).get("answers", [])
        self.practices: dict[str, Json] = {
            practice["id"]: practice
            for element in framework["elements"]
            for practice in element["practices"]
        }
        self.voice_practices = [
            practice["id"]
            for element in framework["elements"]
            if element["id"] == "VY"
            for practice in element["practices"]
        ]
        self.stages: list[str] = [stage["id"] for stage in framework["stages"]]
        self.removed_practices: list[str] = []
        self.removed_stages: list[str] = []
        if tailoring is not None and record["framework"].get("tailoring") == {
            "id": tailoring["id"],
            "version": tailoring["version"],
        }:
            self.removed_practices = tailoring["remove"].get("practices", [])
            self.removed_stages = tailoring["remove"].get("stages", [])

    def position(self, said: Json) -> str | None:
        """The id of the position that is spoken of, or None if the framework has no such one."""
        practice = self.practices.get(said["practice"])
        stage = said.get("stage")
        if practice is None or practice["staged"] != (stage is not None):
            return None
        return said["practice"] if stage is None else f"{said['practice']}.{stage}"

    def is_scored(self, practice: str, stage: str | None) -> bool:
        """Whether the record's tailoring left this position in."""
        return practice not in self.removed_practices and stage not in self.removed_stages

    def scored_positions(self) -> list[tuple[str, str | None]]:
        """Every position as (practice, stage or None)."""
        every: list[tuple[str, str | None]] = []
        for practice in self.practices.values():
            stages = self.stages if practice["staged"] else [None]
            every += [(practice["id"], stage) for stage in stages]
        return [(practice, stage) for practice, stage in every if self.is_scored(practice, stage)]

    def stage_not_reached(self, stage: str | None) -> bool:
        """Whether the case says which stages were reached, and this one was not."""
        reached = self.case.get("stages_reached", [])
        return bool(reached) and stage is not None and stage not in reached

    def answers(self) -> list[Said]:
        """The answers of every submission, current or not."""
        return [
            (f"/submissions/{i}/answers/{j}", answer)
            for i, submission in enumerate(self.submissions)
            for j, answer in enumerate(submission["answers"])
        ]

    def decisions(self) -> list[Said]:
        """The decisions of every review, newest or not."""
        return [
            (f"/reviews/{i}/decisions/{j}", decision)
            for i, review in enumerate(self.reviews)
            for j, decision in enumerate(review["decisions"])
        ]

    def current(self) -> list[Said]:
        """The current submissions (scoring.md, section 2; in a draft the newest of each id)."""
        newest: dict[str, tuple[int, int]] = {}
        for i, submission in enumerate(self.submissions):
            if self.mode != "draft" and submission["status"] == "draft":
                continue
            identity = submission["id"]
            if identity not in newest or submission["revision"] > newest[identity][0]:
                newest[identity] = (submission["revision"], i)
        return [
            (f"/submissions/{i}", submission)
            for i, submission in enumerate(self.submissions)
            if (submission["revision"], i) == newest.get(submission["id"])
            and (self.mode == "draft" or submission["status"] == "submitted")
        ]

    def current_answers(self) -> list[Said]:
        """The answers of the current submissions."""
        return [
            (f"{pointer}/answers/{j}", answer)
            for pointer, submission in self.current()
            for j, answer in enumerate(submission["answers"])
        ]

    def newest_decisions(self) -> list[Said]:
        """Of each decided position, the decision of the review with the highest sequence."""
        newest: dict[tuple[str, str | None], tuple[int, str, Json]] = {}
        for i, review in enumerate(self.reviews):
            for j, decision in enumerate(review["decisions"]):
                where = (decision["practice"], decision.get("stage"))
                if where not in newest or review["sequence"] > newest[where][0]:
                    newest[where] = (review["sequence"], f"/reviews/{i}/decisions/{j}", decision)
        return [(pointer, decision) for _, pointer, decision in newest.values()]

    def current_said(self) -> list[Said]:
        """What quality rules read: current answers, and the newest decision a position."""
        return self.current_answers() + self.newest_decisions()

    def ratings_at(self, practice: str, stage: str | None) -> list[str]:
        """The ratings that the current answers give at a position."""
        return [
            answer["rating"]
            for _, answer in self.current_answers()
            if answer["practice"] == practice and answer.get("stage") == stage
        ]

    def settle(self, practice: str, stage: str | None) -> str:
        """The state of a position under the method `agreed` (scoring.md, section 2)."""
        for _, decision in self.newest_decisions():
            if decision["practice"] == practice and decision.get("stage") == stage:
                rating: str = decision["rating"]
                return f"rated_{LEVELS[rating]}" if rating in LEVELS else rating
        ratings = self.ratings_at(practice, stage)
        levels = [LEVELS[rating] for rating in ratings if rating in LEVELS]
        denied = "not_applicable" in ratings or self.stage_not_reached(stage)
        if levels and denied:
            return "contested"
        if levels and min(levels) == max(levels):
            return f"rated_{levels[0]}"
        if levels:
            return f"spread_{min(levels)}_{max(levels)}"
        if denied:
            return "not_applicable"
        for silence in ["no_record", "not_known"]:
            if silence in ratings:
                return silence
        return "unanswered"


def position_id(practice: str, stage: str | None) -> str:
    """`GA1` or `MA1.assessment`."""
    return practice if stage is None else f"{practice}.{stage}"


def repeated(keys: list[Any]) -> list[int]:
    """The places of the values that stand earlier in the list too."""
    return [i for i, key in enumerate(keys) if key in keys[:i]]


# Integrity: everything is read, every submission, revision and review.


def unknown_practice(world: World) -> Iterator[Place]:
    """Wherever a practice is named."""
    named = [(f"{pointer}/practice", said["practice"]) for pointer, said in world.answers()]
    for i, submission in enumerate(world.submissions):
        for j, feature in enumerate(submission.get("key_features", [])):
            if "practice" in feature:
                named.append((f"/submissions/{i}/key_features/{j}/practice", feature["practice"]))
    named += [(f"{pointer}/practice", said["practice"]) for pointer, said in world.decisions()]
    for i, action in enumerate(world.actions):
        for j, practice in enumerate(action["practices"]):
            named.append((f"/actions/{i}/practices/{j}", practice))
    for pointer, practice in named:
        if practice not in world.practices:
            yield pointer, None


def known_said(world: World) -> Iterator[tuple[str, Json, Json]]:
    """Every answer and decision whose practice is known, with that practice."""
    for pointer, said in world.answers() + world.decisions():
        if said["practice"] in world.practices:
            yield pointer, said, world.practices[said["practice"]]


def stage_missing(world: World) -> Iterator[Place]:
    """A staged practice without a stage."""
    for pointer, said, practice in known_said(world):
        if practice["staged"] and "stage" not in said:
            yield pointer, None


def stage_not_allowed(world: World) -> Iterator[Place]:
    """A practice that is rated once for the whole case, with a stage."""
    for pointer, said, practice in known_said(world):
        if not practice["staged"] and "stage" in said:
            yield f"{pointer}/stage", None


def duplicate_submission(world: World) -> Iterator[Place]:
    """The same id and revision again."""
    for i in repeated([(each["id"], each["revision"]) for each in world.submissions]):
        yield f"/submissions/{i}", None


def duplicate_answer(world: World) -> Iterator[Place]:
    """The same position again in one submission."""
    for i, submission in enumerate(world.submissions):
        yield from duplicate_positions(world, f"/submissions/{i}/answers", submission["answers"])


def duplicate_decision(world: World) -> Iterator[Place]:
    """The same position again in one review."""
    for i, review in enumerate(world.reviews):
        yield from duplicate_positions(world, f"/reviews/{i}/decisions", review["decisions"])


def duplicate_positions(world: World, pointer: str, items: list[Json]) -> Iterator[Place]:
    """What names no position of the framework has no position to repeat."""
    positions = [world.position(item) for item in items]
    for j in repeated(positions):
        if positions[j] is not None:
            yield f"{pointer}/{j}", positions[j]


def duplicate_review(world: World) -> Iterator[Place]:
    """The same sequence again."""
    for i in repeated([review["sequence"] for review in world.reviews]):
        yield f"/reviews/{i}", None


def duplicate_action(world: World) -> Iterator[Place]:
    """The same id again."""
    for i in repeated([action["id"] for action in world.actions]):
        yield f"/actions/{i}", None


def duplicate_question(world: World) -> Iterator[Place]:
    """The same question again in the young person's own view."""
    for i in repeated([answer["question"] for answer in world.own_answers]):
        yield f"/own_view/answers/{i}", None


def reason_not_allowed(world: World) -> Iterator[Place]:
    """A reason beside a rating that has none."""
    for pointer, said in world.answers() + world.decisions():
        if "reason" in said and said["rating"] not in ("not_applicable", "not_known"):
            yield f"{pointer}/reason", world.position(said)


def reason_wrong_kind(world: World) -> Iterator[Place]:
    """A reason of `not_known` beside `not_applicable`, or the other way round."""
    for pointer, said in world.answers() + world.decisions():
        if "reason" not in said or said["rating"] not in ("not_applicable", "not_known"):
            continue
        if REASON_FOR[said["reason"]] != said["rating"]:
            yield f"{pointer}/reason", world.position(said)


def not_applicable_not_allowed(world: World) -> Iterator[Place]:
    """`condition_not_met` where a practice always applies, `stage_not_reached` without stages."""
    for pointer, said, practice in known_said(world):
        if said["rating"] != "not_applicable":
            continue
        reason = said.get("reason")
        always_applies = reason == "condition_not_met" and practice["may_not_apply"] is None
        has_no_stages = reason == "stage_not_reached" and not practice["staged"]
        if always_applies or has_no_stages:
            yield f"{pointer}/reason", world.position(said)


def role_cannot_respond(world: World) -> Iterator[Place]:
    """The young person and their family fill in no submission."""
    for i, submission in enumerate(world.submissions):
        if submission["respondent"]["role"] in NOT_WORKERS:
            yield f"/submissions/{i}/respondent/role", None


def role_cannot_account(world: World) -> Iterator[Place]:
    """The young person and their family are never accountable for an action."""
    for i, action in enumerate(world.actions):
        if "accountable" in action and action["accountable"]["role"] in NOT_WORKERS:
            yield f"/actions/{i}/accountable/role", None


def quote_field_not_allowed(world: World) -> Iterator[Place]:
    """A field of exact words on evidence of another kind."""
    for pointer, answer in world.answers():
        for k, evidence in enumerate(answer.get("evidence", [])):
            for name in QUOTE_FIELDS:
                if evidence["kind"] != "quote" and name in evidence:
                    yield f"{pointer}/evidence/{k}/{name}", world.position(answer)


def period_reversed(world: World) -> Iterator[Place]:
    """A period that ends before it begins."""
    period = world.case.get("period")
    if period is not None and period["from_day"] > period["to_day"]:
        yield "/case/period", None


def forbidden_key(world: World) -> Iterator[Place]:
    """Nothing below `/extensions` is pointed at."""
    forbidden = {plain_key(key) for key in FORBIDDEN_KEYS}
    if any(plain_key(key) in forbidden for key in keys_within(world.record.get("extensions"))):
        yield "/extensions", None


def plain_key(key: str) -> str:
    """Compared in lower case without `-` and `_`."""
    return key.lower().replace("-", "").replace("_", "")


def keys_within(value: object) -> Iterator[str]:
    """Every key of every object at any depth."""
    waiting: list[object] = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield from each
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


# Quality: current submissions, and of reviews the newest decision a position.


def no_current_submission(world: World) -> Iterator[Place]:
    """No submission is current."""
    if not world.current():
        yield "/submissions", None


def reason_missing(world: World) -> Iterator[Place]:
    """`not_applicable` or `not_known` without a reason."""
    for pointer, said in world.current_said():
        if said["rating"] in ("not_applicable", "not_known") and "reason" not in said:
            yield pointer, world.position(said)


def undecided(world: World) -> Iterator[Place]:
    """A position settles to a spread or contested."""
    for practice, stage in world.scored_positions():
        state = world.settle(practice, stage)
        if state == "contested" or state.startswith("spread_"):
            yield "", position_id(practice, stage)


def decision_without_rationale(world: World) -> Iterator[Place]:
    """A decision has no rationale."""
    for pointer, decision in world.newest_decisions():
        if "rationale" not in decision:
            yield pointer, world.position(decision)


def decision_reopens(world: World) -> Iterator[Place]:
    """A decision says `not_known` or `no_record` where current answers gave levels."""
    for pointer, decision in world.newest_decisions():
        if decision["rating"] not in ("not_known", "no_record"):
            continue
        ratings = world.ratings_at(decision["practice"], decision.get("stage"))
        if any(rating in LEVELS for rating in ratings):
            yield f"{pointer}/rating", world.position(decision)


def quotes(world: World) -> Iterator[tuple[str, Json, str | None]]:
    """The exact words in the evidence of current answers."""
    for pointer, answer in world.current_answers():
        for k, evidence in enumerate(answer.get("evidence", [])):
            if evidence["kind"] == "quote":
                yield f"{pointer}/evidence/{k}", evidence, world.position(answer)


def own_view_texts(world: World) -> Iterator[tuple[str, Json]]:
    """The answers of the young person that have words of their own."""
    for i, answer in enumerate(world.own_answers):
        if "text" in answer:
            yield f"/own_view/answers/{i}", answer


def quote_incomplete(world: World) -> Iterator[Place]:
    """A quote lacks one of its four fields, an own-view text one of its two."""
    for pointer, quote, position in quotes(world):
        if any(name not in quote for name in QUOTE_FIELDS):
            yield pointer, position
    for pointer, answer in own_view_texts(world):
        if "consent" not in answer or "anonymised_by" not in answer:
            yield pointer, None


def quote_without_consent(world: World) -> Iterator[Place]:
    """Consent is false."""
    for pointer, quote, position in quotes(world):
        if quote.get("consent") is False:
            yield f"{pointer}/consent", position
    for pointer, answer in own_view_texts(world):
        if answer.get("consent") is False:
            yield f"{pointer}/consent", None


def action_without_accountable(world: World) -> Iterator[Place]:
    """An action has no accountable."""
    for i, action in enumerate(world.actions):
        if "accountable" not in action:
            yield f"/actions/{i}", None


def plan_not_evidenced(world: World) -> Iterator[Place]:
    """GA4, or MA3 at a stage, settles with lo >= 2 and no support-plan action lists it."""
    listed = [
        practice
        for action in world.actions
        if action["scope"] == "support_plan"
        for practice in action["practices"]
    ]
    for practice, stage in world.scored_positions():
        if practice not in ("GA4", "MA3") or practice in listed:
            continue
        if world.settle(practice, stage) in ("rated_2", "rated_3", "spread_2_3"):
            yield "/actions" if world.actions else "", position_id(practice, stage)


def events_contradict(world: World) -> Iterator[Place]:
    """`condition_not_met` while there is an event that shows the condition."""
    kinds = {event["kind"] for event in world.events}
    for pointer, said in world.current_said():
        contradicting = CONTRADICTING_EVENTS.get(said["practice"], set())
        if said.get("reason") == "condition_not_met" and kinds & contradicting:
            yield f"{pointer}/reason", world.position(said)


def escalation_note_missing(world: World) -> Iterator[Place]:
    """MA5 `condition_not_met` without note (answer) or rationale (decision)."""
    for said_by, words in [
        (world.current_answers(), "note"),
        (world.newest_decisions(), "rationale"),
    ]:
        for pointer, said in said_by:
            not_needed = said["practice"] == "MA5" and said.get("reason") == "condition_not_met"
            if not_needed and words not in said:
                yield pointer, world.position(said)


def other_without_note(world: World) -> Iterator[Place]:
    """Agency, role or reason `other` without the note of its submission or answer; events too."""
    for pointer, submission in world.current():
        respondent = submission["respondent"]
        is_other = "other" in (respondent["agency"], respondent["role"])
        if is_other and "note" not in submission:
            yield pointer, None
    for pointer, answer in world.current_answers():
        if answer.get("reason") == "other" and "note" not in answer:
            yield pointer, world.position(answer)
    for i, event in enumerate(world.events):
        if event["kind"] == "other" and "note" not in event:
            yield f"/events/{i}", None


def communication_below_plan(world: World) -> Iterator[Place]:
    """At a stage MA2 or MA3 settles to `rated_3` and MA1 to `rated_0`."""
    positions = world.scored_positions()
    states = {where: world.settle(*where) for where in positions}
    for stage in world.stages:
        shared = [states.get(("MA2", stage)), states.get(("MA3", stage))]
        if states.get(("MA1", stage)) == "rated_0" and "rated_3" in shared:
            yield "", position_id("MA1", stage)


def answered_stage_not_reached(world: World) -> Iterator[Place]:
    """Anything but `not_applicable` at a stage missing from given `stages_reached`."""
    for pointer, said in world.current_said():
        if said["rating"] != "not_applicable" and world.stage_not_reached(said.get("stage")):
            yield f"{pointer}/rating", world.position(said)


def reached_stage_denied(world: World) -> Iterator[Place]:
    """`stage_not_reached` at a stage in given `stages_reached`."""
    for pointer, said in world.current_said():
        reached = world.case.get("stages_reached", [])
        if said.get("reason") == "stage_not_reached" and said.get("stage") in reached:
            yield f"{pointer}/reason", world.position(said)


def day_outside_period(world: World) -> Iterator[Place]:
    """An event, evidence or outcome day; both ends of the period belong to it."""
    period = world.case.get("period")
    if period is None:
        return
    dated: list[tuple[str, Json, str | None]] = []
    dated += [(f"/events/{i}", event, None) for i, event in enumerate(world.events)]
    for pointer, answer in world.current_answers():
        for k, evidence in enumerate(answer.get("evidence", [])):
            dated.append((f"{pointer}/evidence/{k}", evidence, world.position(answer)))
    dated += [(f"/outcomes/{i}", outcome, None) for i, outcome in enumerate(world.outcomes)]
    for pointer, item, position in dated:
        if "day" in item and not period["from_day"] <= item["day"] <= period["to_day"]:
            yield f"{pointer}/day", position


def no_first_hand_view(world: World) -> Iterator[Place]:
    """A VY practice settles to a level or spread without the young person's own view."""
    if world.case["young_person_view"] in FIRST_HAND:
        return
    for practice, stage in world.scored_positions():
        if practice not in world.voice_practices:
            continue
        if world.settle(practice, stage).startswith(("rated_", "spread_")):
            yield "/case/young_person_view", position_id(practice, stage)


def own_practice_only(world: World) -> Iterator[Place]:
    """Every current submission is `own_practice`; nothing is said where nothing is current."""
    relations = [submission["respondent"]["relation"] for _, submission in world.current()]
    if relations and all(relation == "own_practice" for relation in relations):
        yield "/submissions", None


def concern_led(world: World) -> Iterator[Place]:
    """Selection is `concern_led`."""
    if world.record["audit"]["selection"] == "concern_led":
        yield "/audit/selection", None


def tailored_away(world: World) -> Iterator[Place]:
    """An answer or decision at a practice or stage that the record's tailoring removed."""
    for pointer, said in world.current_said():
        if not world.is_scored(said["practice"], said.get("stage")):
            yield pointer, world.position(said)


Rule = Callable[[World], Iterator[Place]]

INTEGRITY: dict[str, Rule] = {
    "unknown_practice": unknown_practice,
    "stage_missing": stage_missing,
    "stage_not_allowed": stage_not_allowed,
    "duplicate_submission": duplicate_submission,
    "duplicate_answer": duplicate_answer,
    "duplicate_review": duplicate_review,
    "duplicate_decision": duplicate_decision,
    "duplicate_action": duplicate_action,
    "duplicate_question": duplicate_question,
    "reason_not_allowed": reason_not_allowed,
    "reason_wrong_kind": reason_wrong_kind,
    "not_applicable_not_allowed": not_applicable_not_allowed,
    "role_cannot_respond": role_cannot_respond,
    "role_cannot_account": role_cannot_account,
    "quote_field_not_allowed": quote_field_not_allowed,
    "period_reversed": period_reversed,
    "forbidden_key": forbidden_key,
}

QUALITY: dict[str, Rule] = {
    "no_current_submission": no_current_submission,
    "reason_missing": reason_missing,
    "undecided": undecided,
    "decision_without_rationale": decision_without_rationale,
    "decision_reopens": decision_reopens,
    "quote_incomplete": quote_incomplete,
    "quote_without_consent": quote_without_consent,
    "action_without_accountable": action_without_accountable,
    "plan_not_evidenced": plan_not_evidenced,
    "events_contradict": events_contradict,
    "escalation_note_missing": escalation_note_missing,
    "other_without_note": other_without_note,
    "communication_below_plan": communication_below_plan,
    "answered_stage_not_reached": answered_stage_not_reached,
    "reached_stage_denied": reached_stage_denied,
    "day_outside_period": day_outside_period,
    "no_first_hand_view": no_first_hand_view,
    "own_practice_only": own_practice_only,
    "concern_led": concern_led,
    "tailored_away": tailored_away,
}
