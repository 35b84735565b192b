"""A licence: what it lets one do, clause by clause; of a model also what it covers and when it changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.commands.license import Changed, Granted, LicenseAnswer, LicenseOf, Use
from bot.commands.models import Models
from bot.commands.open_ import Open
from bot.commands.sources import Sources
from bot.facts.license import parts
from bot.facts.model import NO_LICENSE, UNKNOWN_LICENSE, License, Model
from bot.replies import terms
from bot.replies.reply import Block, Choice, Field, Fields, Line, Link, Note, Reply
from bot.replies.slugs import COMPONENTS, license_name
from bot.replies.words import Words

IN_FULL = 2  # licences of weights shown clause by clause; of more only what is under them
NAMED = 8  # models listed by name under a licence
NEXT = 4  # follow-ups: one row of buttons


def reply(answer: LicenseAnswer, command: LicenseOf, words: Words) -> Reply:
    """The licence of the weights in full, the others by name."""
    return Reply(
        title=words(
            "{name}: licence, as of {day}", name=_name(answer, words), day=words.date(answer.as_of.day)
        ),
        headline=_headline(answer, words),
        blocks=tuple(_blocks(answer, words)),
        follow_ups=tuple(_follow_ups(answer, words))[:NEXT],
        language=words.language,
    )


def _name(answer: LicenseAnswer, words: Words) -> str:
    if answer.license is not None:
        return license_name(answer.license, answer.licenses, words)
    return answer.name


def _headline(answer: LicenseAnswer, words: Words) -> str:
    if answer.license is not None:
        said = terms.standing(answer.license, words)
        return words("{said}.", said=said[:1].upper() + said[1:])
    weights = [each for each in answer.granted if each.of_weights]
    if not weights:
        return words("The weights are not published, so no licence applies to them.")
    if len(weights) > IN_FULL:
        names = words.list(license_name(each.expression, answer.licenses, words) for each in weights)
        return words("Weights under {n} licences: {names}.", n=words.number(len(weights)), names=names)
    said = words("; ").join(_granted(each, answer, words) for each in weights)
    return words("Weights: {said}.", said=said)


def _granted(granted: Granted, answer: LicenseAnswer, words: Words) -> str:
    name = license_name(granted.expression, answer.licenses, words)
    if not parts(granted.expression):
        return name
    return words("{license} ({standing})", license=name, standing=terms.standing(granted.expression, words))


def _blocks(answer: LicenseAnswer, words: Words) -> Iterator[Block]:
    full = [each for each in answer.granted if _is_main(each, answer)]
    full = full if len(full) <= IN_FULL else []
    for each in full:
        yield from _in_full(each, answer, words)
    others = [each for each in answer.granted if each not in full]
    if others:
        title = words("Other parts") if full else words("Licences and what is under them")
        yield Fields(title, tuple(_under(each, answer, words) for each in others))
    if answer.withheld and answer.granted:
        names = words.list(each.name for each in answer.withheld)
        yield Note((words("No weights for download, so no licence on them: {names}.", names=names),))
    yield from _promised(answer, words)
    yield from _history(answer, words)
    yield from _versions(answer, words)
    yield Note((words("This is what the licences say. It is not legal advice."),))


def _is_main(each: Granted, answer: LicenseAnswer) -> bool:
    if answer.license is not None or not any(one.of_weights for one in answer.granted):
        return True
    return each.of_weights


def _in_full(granted: Granted, answer: LicenseAnswer, words: Words) -> Iterator[Block]:
    covers = Field(words("Covers"), (_uses(granted.uses, answer, words),))
    named = parts(granted.expression)
    if not named:
        yield Fields(
            license_name(granted.expression, answer.licenses, words), (covers, _nothing(granted, words))
        )
    for id in named:
        license = answer.licenses.get(id)
        clauses = terms.fields(license, words) if license is not None else _unread(words)
        yield Fields(license_name(id, answer.licenses, words), (*_text(license, words), covers, *clauses))


def _text(license: License | None, words: Words) -> Iterator[Field]:
    """Where the licence is read, and since when it stands."""
    if license is None:
        return
    line: Line = (Link(license.name, license.url), words(", by {steward}", steward=license.steward))
    if license.published is not None:
        line += (words(", of {day}", day=words.date(license.published)),)
    yield Field(words("Text"), line)


def _unread(words: Words) -> Iterator[Field]:
    yield Field(words("Clauses"), (words("Not in our data."),))


def _nothing(granted: Granted, words: Words) -> Field:
    if granted.expression == NO_LICENSE:
        said = words("Published without a licence: nobody is given permission by one.")
    elif granted.expression == UNKNOWN_LICENSE:
        said = words("Published, and nobody says under which licence.")
    else:
        said = words("Published; under which licence is not in our data.")
    return Field(words("Clauses"), (said,))


def _under(granted: Granted, answer: LicenseAnswer, words: Words) -> Field:
    return Field(_granted(granted, answer, words), (_uses(granted.uses, answer, words),))


def _uses(uses: tuple[Use, ...], answer: LicenseAnswer, words: Words) -> str:
    """The parts under a licence; where it is about several models, the models with theirs."""
    if not uses:
        return words("Nothing in our data.")
    if len(answer.models) == 1:
        return words("; ").join(_parts(use, words) for use in uses)
    if answer.models:
        return words("; ").join(
            words("{model}: {parts}", model=use.model.name, parts=_parts(use, words)) for use in uses
        )
    models = {use.model.id: use.model.name for use in uses}
    names = list(models.values())
    if len(names) <= NAMED:
        return words.count(
            "Parts of {n} model: {names}", "Parts of {n} models: {names}", len(names), names=words.list(names)
        )
    more = words.count("{n} more", "{n} more", len(names) - NAMED)
    return words.count(
        "Parts of {n} model: {names}",
        "Parts of {n} models: {names}",
        len(names),
        names=words.list([*names[:NAMED], more]),
    )


def _parts(use: Use, words: Words) -> str:
    named = words.list(words(COMPONENTS[each]) for each in use.components)
    if not use.variants:
        return named
    return words("{parts} (for {variants})", parts=named, variants=words.list(use.variants))


def _promised(answer: LicenseAnswer, words: Words) -> Iterator[Block]:
    fields = tuple(
        Field(
            license_name(each.event.license, answer.licenses, words),
            (words("{day}: {said}", day=words.date(each.event.date), said=words.text(each.event.summary)),),
        )
        for each in answer.promises
    )
    if fields:
        yield Fields(words("Promised, not published"), fields)


def _history(answer: LicenseAnswer, words: Words) -> Iterator[Block]:
    """Each change of a licence, parts that changed together as one, with the direction."""
    together: dict[tuple[str, str, str | None, str | None], list[Changed]] = {}
    for each in answer.changes:
        change = each.change
        key = (each.model.id, str(change.after.date), change.before.license, change.after.license)
        together.setdefault(key, []).append(each)
    fields = tuple(_change(group, answer, words) for group in together.values())
    if fields:
        yield Fields(words("When it changed"), fields)


def _change(group: list[Changed], answer: LicenseAnswer, words: Words) -> Field:
    change = group[0].change
    model: Model = group[0].model
    components = dict.fromkeys(each.change.component for each in group)
    before, after = change.before.license, change.after.license
    said = words(
        "{parts}: {before} → {after}.",
        parts=words.list(words(COMPONENTS[each]) for each in components),
        before=license_name(before, answer.licenses, words),
        after=license_name(after, answer.licenses, words),
    )
    day = words.date(change.after.date)
    name = day if len(answer.models) == 1 else words("{model}, {day}", model=model.name, day=day)
    line: Line = (said[:1].upper() + said[1:], *terms.direction(before, after, answer.licenses, words))
    source = change.after.sources[0]
    return Field(name, (*line, " (", Link(words("source"), source.url), ")"))


def _versions(answer: LicenseAnswer, words: Words) -> Iterator[Block]:
    """The licence before and those after, of each licence shown in full."""
    shown = [id for each in answer.granted if _is_main(each, answer) for id in parts(each.expression)]
    fields: list[Field] = []
    for license in (answer.licenses[id] for id in shown[:IN_FULL] if id in answer.licenses):
        before = answer.licenses.get(license.replaces or "")
        if before is not None:
            fields.append(
                Field(
                    words("Replaces {license}", license=before.name),
                    (terms.compared(before, license, words),),
                )
            )
        if answer.license is not None:
            fields += [
                Field(
                    words("Followed by {license}", license=after.name),
                    (terms.compared(license, after, words),),
                )
                for after in answer.followed_by
            ]
    if fields:
        yield Fields(words("Versions"), tuple(fields))


def _follow_ups(answer: LicenseAnswer, words: Words) -> Iterator[Choice]:
    if len(answer.models) == 1:
        yield Choice(words("The whole card"), Open(answer.models[0].id))
        yield Choice(words("Every source"), Sources(answer.models[0].id))
    if answer.license is not None:
        yield Choice(words("Models under it"), Models(license=answer.license))
        for version in _other_versions(answer):
            yield Choice(license_name(version.id, answer.licenses, words), LicenseOf(version.id))
    for each in answer.granted:
        for id in parts(each.expression):
            if id != answer.license and id in answer.licenses:
                yield Choice(license_name(id, answer.licenses, words), LicenseOf(id))


def _other_versions(answer: LicenseAnswer) -> Iterator[License]:
    shown = answer.licenses.get(answer.license or "")
    before = answer.licenses.get(shown.replaces or "") if shown is not None else None
    if before is not None:
        yield before
    yield from answer.followed_by
