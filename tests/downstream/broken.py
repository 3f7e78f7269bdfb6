"""Ways to get scoring wrong: each a change of the scorer's text, with the laws that it breaks.

`name: (old text, new text, the laws that must be named, further laws that it breaks as well)`.
Every other law holds for it, so to name one would be wrong. A further law is one that takes a rare
example; whether it is named depends on the examples.
"""

BROKEN = {
    # Settling
    "an off-by-one median": (
        "sorted(values)[(len(values) - 1) // 2]",
        "sorted(values)[len(values) // 2]",
        {"V12"},
        set(),
    ),
    "a median over answers, not voices": (
        "lower_median([lower_median(given) for given in by_voice.values()])",
        "lower_median(levels)",
        {"V12"},
        set(),
    ),
    "a median that takes no absent reference for a voice": (
        'voice = (form["respondent"]["agency"], form["respondent"].get("agency_ref"))',
        'voice = form["respondent"]["agency"]',
        {"V12"},
        {"V2"},
    ),
    "the last answer wins": (
        "        return spread(min(levels), max(levels))\n",
        "        return spread(levels[-1], levels[-1])\n",
        {"V1", "V9", "V11"},
        {"V2", "V3"},
    ),
    "the first revision counts": (
        '> newest[form["id"]]["revision"]',
        '< newest[form["id"]]["revision"]',
        {"V6"},
        set(),
    ),
    "every revision counts": (
        'newest[form["id"]] = form',
        'newest[form["id"], form["revision"]] = form',
        {"V6"},
        set(),
    ),
    "the revision that comes last counts": (
        'form["revision"] > newest[form["id"]]["revision"]',
        "True",
        {"V1", "V6"},
        set(),
    ),
    "a draft counts": (
        'if form["status"] == "draft":',
        'if form["status"] == "scratch":',
        {"V6"},
        set(),
    ),
    "a withdrawn form counts": (
        'if form["status"] == "submitted"]',
        "]",
        {"V6"},
        set(),
    ),
    "withdrawing brings the older revision back": (
        'if form["status"] == "draft":',
        'if form["status"] != "submitted":',
        {"V6"},
        set(),
    ),
    "the last review in the file decides": (
        'sorted(record.get("reviews", []), key=lambda review: review["sequence"])',
        'record.get("reviews", [])',
        {"V1", "V5"},
        set(),
    ),
    "the first review decides": (
        'key=lambda review: review["sequence"])',
        'key=lambda review: -review["sequence"])',
        {"V5"},
        set(),
    ),
    "reviews do not decide": (
        "        if place in decided:",
        "        if False:",
        {"V5"},
        set(),
    ),
    "answers outvote a review": (
        "        if place in decided:",
        "        if place in decided and place not in said:",
        {"V5"},
        set(),
    ),
    "not known is level 0": (
        '"fully": 3}',
        '"fully": 3, "not_known": 0}',
        {"V7", "V8"},
        {"V1", "V5", "V10", "V14"},
    ),
    "no record is level 0": (
        '"fully": 3}',
        '"fully": 3, "no_record": 0}',
        {"V7", "V8"},
        {"V1", "V5", "V10", "V14"},
    ),
    "not known wins over no record": (
        'OPEN = ["no_record", "not_known"]',
        'OPEN = ["not_known", "no_record"]',
        {"V8"},
        set(),
    ),
    "levels win over not applicable": (
        "    if levels and denied:",
        "    if levels and denied and False:",
        {"V10", "V14"},
        set(),
    ),
    "not applicable wins over levels": (
        '        return "contested"',
        '        return "not_applicable"',
        {"V10", "V14"},
        set(),
    ),
    "a stage that was not reached is unanswered": (
        "        reached = place[1] is None or not given or place[1] in given",
        "        reached = True",
        {"V14"},
        set(),
    ),
    "no stages given means none was reached": (
        "        reached = place[1] is None or not given or place[1] in given",
        "        reached = place[1] is None or (given is not None and place[1] in given)",
        {"V7", "V9", "V12"},
        set(),
    ),
    "the stages of a practice are mixed up": (
        'said.setdefault((one["practice"], one.get("stage")), []).append((voice, one["rating"]))',
        (
            'said.setdefault((one["practice"], one.get("stage") and "assessment"), []).append('
            '(voice, one["rating"]))'
        ),
        {"V4", "V7"},
        {"V1", "V3", "V8", "V9", "V10", "V11", "V12", "V14", "T1"},
    ),
    "`lowest` is the highest": (
        "return spread(min(levels), min(levels))",
        "return spread(max(levels), max(levels))",
        {"V11"},
        set(),
    ),
    "a spread of two levels is rated at the lower one": (
        "        return spread(min(levels), max(levels))\n",
        (
            "        low, high = min(levels), max(levels)\n"
            "        return spread(low, low if high - low == 1 else high)\n"
        ),
        {"V9"},
        {"V13"},
    ),
    # Scoring
    "a weight of zero counts as one": (
        "        everything += weight\n",
        "        weight = weight or 1\n        everything += weight\n",
        {"S6", "S11"},
        {"S2", "S5", "S7", "S8", "S9", "S13", "S14", "S15", "S16"},
    ),
    "weights are left out": (
        "        everything += weight\n",
        "        weight = 1\n        everything += weight\n",
        {"S6", "S11", "S13"},
        {"S2", "S7", "S8", "S9", "S14", "S15", "S16"},
    ),
    "what is undefined is 0": (
        "return None if whole == 0 else",
        "return 0 if whole == 0 else",
        {"S15"},
        {"T3", "T5", "T7"},
    ),
    "what is undefined is 1": (
        "return None if whole == 0 else",
        "return Fraction(1) if whole == 0 else",
        {"S15"},
        {"T3", "T5", "T7"},
    ),
    "what is undefined is not a number": (
        "return None if whole == 0 else",
        'return float("nan") if whole == 0 else',
        {"S15"},
        {"T1", "T2", "T3", "T7"},
    ),
    "contested counts as not applicable": (
        'if state == "not_applicable":\n        return None',
        'if state in ("not_applicable", "contested"):\n        return None',
        {"S8", "S11", "S14", "S15", "S16", "T4"},
        {"S3", "S9"},
    ),
    "what is not known leaves the denominator": (
        'if state == "not_applicable":\n        return None',
        'if state in ("not_applicable", "not_known"):\n        return None',
        {"S8", "S11", "S14", "S15", "S16", "T4"},
        {"S3", "S9"},
    ),
    "what is open counts as 0": (
        "    return 0, 3\n",
        "    return 0, 0\n",
        {"S2", "S3", "S8", "S12", "T4"},
        {"S1", "S9"},
    ),
    "not applicable counts as fully": (
        "        return None\n    if state.startswith",
        "        return 3, 3\n    if state.startswith",
        {"S6"},
        {"S1", "S2", "S3", "S8", "S9", "S11", "S12", "S14", "S15", "S16", "T3", "T4"},
    ),
    "a spread counts at its lower end": (
        "levels += weight * (low + high)",
        "levels += weight * (low + low)",
        {"S7", "S12", "S13"},
        {"S16"},
    ),
    "spreads are left out of the index": (
        'if state.startswith(("rated", "spread")):\n            answered',
        'if state.startswith("rated"):\n            answered',
        {"S13", "S15"},
        {"S1", "S7", "S8", "S11", "S14"},
    ),
    "coverage counts what is settled": (
        '"coverage": ratio(answered, applicable)',
        '"coverage": ratio(settled, applicable)',
        {"S14"},
        set(),
    ),
    "coverage is of everything": (
        '"coverage": ratio(answered, applicable)',
        '"coverage": ratio(answered, everything)',
        {"S2", "S6", "S11", "S14"},
        {"S15"},
    ),
    "numbers are floats": (
        "Fraction(part) / whole",
        "float(part) / float(whole)",
        {"S10", "S11"},
        {"S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S12", "S13", "S14", "S16", "S17"},
    ),
    "numbers are rounded to whole per cent": (
        "Fraction(part) / whole",
        "Fraction(round(100 * Fraction(part) / whole), 100)",
        {"S2", "S10", "S11"},
        {"S1", "S3", "S7", "S8", "S9", "S12", "S14", "S16"},
    ),
    "positions count more the later they come": (
        "for state, weight in zip(states, weights, strict=True):",
        "for state, weight in zip(states, [w * (i + 1) for i, w in enumerate(weights)], strict=True):",
        {"S4"},
        {"S7", "S8", "S9", "S11", "S13", "S14", "S16", "S17", "T1", "T2"},
    ),
    "the reason forgets that nothing may apply": (
        '    if applicable == 0:\n        return "nothing_applicable"\n',
        "",
        {"S15"},
        set(),
    ),
    "the share that did not apply is of what applied": (
        '"not_applicable_share": ratio(left_out, everything)',
        '"not_applicable_share": ratio(left_out, applicable)',
        {"S15", "S16"},
        set(),
    ),
    "what did not apply is rated 1 at the lowest": (
        '"index_if_not_applicable_lowest": ratio(levels, ',
        '"index_if_not_applicable_lowest": ratio(levels + 2 * left_out, ',
        {"S16"},
        set(),
    ),
    # Profiles
    "the mean of means": (
        '    return {"counts": count(states), "score": score(states, [1] * len(states))}',
        (
            "    found = score(states, [1] * len(states))\n"
            "    each = [score(pool([one], places), [1] * len(places))['index'] for one in settled]\n"
            "    known = [index for index in each if index is not None]\n"
            '    found["index"] = sum(known) / Fraction(len(known)) if known else None\n'
            '    return {"counts": count(states), "score": found}'
        ),
        {"T1"},
        set(),
    ),
    "records of one id are counted once": (
        "    settled = [settle(record, method) for record in records]\n",
        (
            "    records = list({record['record_id']: record for record in records}.values())\n"
            "    settled = [settle(record, method) for record in records]\n"
        ),
        {"T1"},
        set(),
    ),
    "a profile without stages": (
        'for stage in (STAGES if kind == "thread" else [])',
        "for stage in []",
        {"T6"},
        set(),
    ),
    "practices in another order": (
        "            for element in ELEMENTS\n            for practice, _ in members(element)\n        ],",
        (
            "            for element in list(ELEMENTS)[::-1]\n"
            "            for practice, _ in members(element)\n        ],"
        ),
        {"T6"},
        set(),
    ),
    "the first record is left out": (
        "    settled = [settle(record, method) for record in records]\n",
        "    settled = [settle(record, method) for record in records[1:]]\n",
        {"T3", "T6"},
        {"T1", "T2", "T4"},
    ),
    "records are counted once, however many are alike": (
        "    return {item: items.count(item) for item in sorted(set(items))}",
        "    return {item: 1 for item in sorted(set(items))}",
        {"T1", "T6"},
        {"T3"},
    ),
    "the order of records shows": (
        '        "records": len(records),\n',
        (
            '        "records": len(records),\n'
            '        "first": records[0]["record_id"] if records else None,\n'
        ),
        {"T2"},
        set(),
    ),
    "stages count more the later they come": (
        '    return {"counts": count(states), "score": score(states, [1] * len(states))}',
        (
            "    weights = [1 + STAGES.index(p[1]) if p[1] else 1 for _ in settled for p in places]\n"
            '    return {"counts": count(states), "score": score(states, weights)}'
        ),
        {"T3"},
        set(),
    ),
    "a thread of unknowns is consistent": (
        'if all(low >= 2 for low, _ in spans) else "undetermined"',
        'if all(high >= 2 for _, high in spans) else "undetermined"',
        {"T4"},
        set(),
    ),
    "a thread with one gap is consistent": (
        "if any(high < 2 for _, high in spans):",
        "if all(high < 2 for _, high in spans):",
        {"T4"},
        set(),
    ),
    "a thread in which nothing applies is consistent": (
        '    if not spans:\n        return "not_applicable"\n    if any(high',
        '    if not spans:\n        return "consistent"\n    if any(high',
        {"T4"},
        set(),
    ),
    "only one of the lowest is looked at next": (
        "[key for key, index in indexes.items() if index == least and least < 1]",
        "[key for key, index in indexes.items() if index == least and least < 1][:1]",
        {"T7"},
        set(),
    ),
    "what is at its best is looked at next": (
        "if index == least and least < 1]",
        "if index == least]",
        {"T7"},
        set(),
    ),
    "near ties are ties": (
        "if index == least and least < 1]",
        "if round(float(index), 1) == round(float(least), 1) and least < 1]",
        {"T7"},
        set(),
    ),
    "what did not apply is not yet known": (
        'if one["index_reason"] == "nothing_rated"]',
        'if one["index_reason"] is not None]',
        {"T7"},
        set(),
    ),
    "selections are not counted": (
        '"selections": count([record["audit"]["selection"] for record in records])',
        '"selections": {record["audit"]["selection"]: 1 for record in records}',
        {"T6"},
        {"T1"},
    ),
}
