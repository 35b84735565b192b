"""What a drafted event says, in both languages, short enough for a line of a timeline."""

from __future__ import annotations

from bot.facts.check import SUMMARY_LENGTH
from bot.facts.model import Access, Text
from bot.watch.findings import AccessChanged, Change, FilesAdded, Finding, LicenseChanged, RepositoryGone

_NAMED = 50  # characters of a name that leave room for what is said of it
_NONE = Text("none", "なし")
_ACCESS = {
    Access.PUBLIC: Text("public", "公開"),
    Access.GATED: Text("gated", "登録制"),
    Access.REQUEST: Text("on request", "申請制"),
}


def summary(finding: Finding) -> Text:
    """The event that follows from the finding, in a sentence."""
    name, place = finding.repository.name, finding.repository.place
    if len(name) > _NAMED:
        name = name.rpartition("/")[2][:_NAMED]
    match finding:
        case LicenseChanged(_, was, now):
            old, new = (Text(tag, tag) if tag else _NONE for tag in (was, now.license))
            return _text(
                f"On {place}, the licence tag of {name} changes from {old.en} to {new.en}.",
                f"{place}で{name}のライセンス表示が{old.ja}から{new.ja}に変わる。",
            )
        case AccessChanged(_, was, now):
            before, after = _ACCESS[was], _ACCESS[now.access or was]
            return _text(
                f"On {place}, access to {name} changes from {before.en} to {after.en}.",
                f"{place}で{name}の入手方法が{before.ja}から{after.ja}に変わる。",
            )
        case FilesAdded(_, component, files):
            first = files[0].rpartition("/")[2] if not files[0].endswith("/") else files[0]
            what = component.replace("-", " ") if component else "licence"
            return _text(
                f"On {place}, {name} gets files named like {what}, such as {first}.",
                f"{place}の{name}に{first}などのファイルが加わる。",
            )
        case RepositoryGone():
            return _text(
                f"{name} is no longer to be found on {place}.", f"{name}が{place}で見つからなくなる。"
            )
    raise AssertionError(finding)


def reason(finding: Finding) -> str:
    """Why it is proposed, for the editor."""
    repository = finding.repository
    match finding:
        case RepositoryGone(_, said, since):
            return f"{repository.url} was gone on {since} and later ({said})."
        case FilesAdded(_, _, files):
            return f"New in {repository.url}: {', '.join(files[:5])}{' …' if len(files) > 5 else ''}"
    return _changed(finding)


def _changed(finding: Change) -> str:
    match finding:
        case LicenseChanged(repository, was, now):
            return f"The licence tag of {repository.url} was {was or 'none'} and is {now.license or 'none'}."
        case AccessChanged(repository, was, now):
            return f"Access to {repository.url} was {was} and is {now.access}."
    return f"{finding.repository.url} is now called {finding.now.name}."


def _text(en: str, ja: str) -> Text:
    return Text(en[:SUMMARY_LENGTH], ja[:SUMMARY_LENGTH])
