"""Names that nobody knows: what stands where a model's name would, and is no ordinary word."""

from __future__ import annotations

import re

_VERSIONED = re.compile(
    r"(?<![\w./$€£-])(?P<name>[a-z]{2,20}(?:-[a-z]{1,20}){0,3}[- ]?[0-9]+(?:\.[0-9]+)*[a-z]{0,2}(?:-[a-z0-9.]+)*)(?![\w/%-])",
    re.ASCII,
)
_SLOTS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"^(?:\W|so |hey |and |but )*(?:is|was|are|has|does|did|can i use|may i use) (?P<name>[a-z][\w.-]+(?: (?:labs?|ai|inc|llm))?) (?:\w+ )?(?:open\w*|closed|proprietary|free|licensed|available|released|published|public|downloadable)\b",
        r"how open (?:is|was|are) (?P<name>[a-z][\w.-]+(?: (?:labs?|ai|inc|llm))?)\b",
        r"(?:licen[sc]e|weights?|code|data|dataset|paper|terms|timeline|history|sources?|status|openness|promises?|training data|card|lag|pace) (?:of|for|behind|about|by|from) (?:the )?(?P<name>[a-z][\w.-]+(?: (?:labs?|ai|inc|llm))?)\W*$",
        r"(?:what|when|which|why) (?:did|does|has|have) (?P<name>[a-z][\w.-]+(?: (?:labs?|ai|inc|llm))?) (?:promise|open|release|publish|say|pledge|put|announce)",
        r"(?:tell me about|what about|about) (?P<name>[a-z][\w.-]+(?: (?:labs?|ai|inc|llm))?)\W*$",
        r"^(?P<name>[a-z][\w.-]+(?:'s)?) (?:licen[sc]e|terms|timeline|weights|sources|promises|openness)\W*$",
        r"(?P<name>[a-z][\w.-]+ (?:labs?|ai|inc))\b",
    )
)
_JAPANESE = re.compile(
    r"(?<![ァ-ヺーa-z0-9])(?P<name>[ァ-ヺーa-z][ァ-ヺーa-z0-9.-]*(?: [0-9][a-z0-9.]*)?)社?(?=って|は|が|の|を|も|について|という)"
)
_ORDINARY = frozenset(
    """
    a ai all also and another any anybody anyone anything apache april are article august base based best big
    both bot but by can card cards china chinese class classes code company companies compare component
    data database dataset datasets december deepest definition definitions did do does each else english eu
    europe european ever every everybody everyone everything february for france french from fully germany
    github google have he help her here him his history how human i image images in india is it its january japan
    japanese july june just language large latest license licence licences licenses life list llm llms lot
    makers may me mine mit mof mot model models monday money more most my name names new news next nobody none
    not november now october of on one ones only open opening openness opensource or org organization
    osai osaid osi other others our ours out paper papers people please pledge pledges promise promises
    public question really record release released releases s sbd school science september she so software
    some somebody someone something source sources spdx start startup state states status still store stuff
    sunday support terms text that the their them then there these they thing things this those timeline to
    today tool tools training tuesday uk us usa version versions video w wait way we web week weights what
    when where which who whole whose why with word words work world yes you your yours n d mark
    much many long late soon far well good bad sure free commercial business production research
    being been was were had has over under between about after before during until since
    weight data-set checkpoint checkpoints architecture parameter parameters tokenizer corpus evaluation
    inference preprocessing gated closed proprietary restricted permissive copyleft
    overdue kept pending conditional pace lag delay gap discord slack channel
    industry government regulator regulators lawyer lawyers journalist developers developer researcher
    countries country law act exemption index framework tooling chance odds weather joke poem
    america american britain british korea korean canada israel russia germany italy spain switzerland
    across frontier leading various several certain western american top major main rival competing individual
    gpu gpus vram ram price cost benchmark benchmarks api apis chat agent agents robot
    """.split()
)
_ORDINARY_JA = re.compile(
    r"(?:オープン|ソース|ウェイト|ウエイト|ライセンス|モデル|データ|セット|コード|カード|パラメータ|パラメーター|クラス|サイエンス|リリース|アーキテクチャ|レポート|"
    r"チェックポイント|ダウンロード|ビジネス|サービス|アプリ|ボット|コマンド|ヘルプ|クローズド|プロプライエタリ|ベンチマーク|テクニカル|トレーニング|ユーザー|"
    r"ヨーロッパ|アメリカ|フランス|ドイツ|チャンネル|ニュース|タイムライン|ペース|ラグ|メーカー|ツール|スクリプト|ファイル|サイト|ページ|リスト|ダイジェスト|"
    r"インストール|トークン|コンテキスト|フリー|ゲート|コピーレフト|アベイラブル|ウォッシング|フレームワーク|インデックス|イベント|タイム|クレジット|"
    r"コーパス|ファイン|チューニング|コミット|コミュニティ|バージョン|シリーズ|スタートアップ|プロダクト|コスト|ハードウェア|グラボ|サッカー|"
    r"ai|llm|mit|mof|osi|osaid|eu|apache|open|source|weights?|license|licence|gpu|vram|api|spdx|github|n|d|ng|ok|cc|by|nc|bot|pdf|web|"
    r"コーディング|プログラミング|アルファベット|ネット|メモリ|スペック|カリフォルニア|インターネット|チャット|アカウント|システム|プロンプト|レシピ|ジョーク|"
    r"training|train|data|dataset|code|model|models|paper|card|commercial|use|closed|public|release|released|コピー|オプソ|オプトアウト|スマホ|パソコン|"
    r"ポリシー|ルール|テスト|サンプル|メタ|ログ|ドキュメント|プレプリント|ペーパー|グループ|ゲーム|アニメ|マンガ|カラオケ|セキュリティ|プライバシー|リスク|コンプラ)+"
)


def versioned(masked: str) -> str | None:
    """The name with a version that nobody knows in a text of lower case without what is known."""
    for match in _VERSIONED.finditer(masked):
        name = match["name"].strip()
        words = re.findall("[a-z]+", name)
        shortest = 2 if re.search("[a-z]-[0-9]", name) else 3
        if any(len(word) > shortest and word not in _ORDINARY for word in words):
            return _trimmed(name)
    return None


def stranger(masked: str) -> str | None:
    """The name that nobody knows: with a version, or where a name stands."""
    found = versioned(masked)
    if found is not None:
        return found
    for slot in _SLOTS:
        for match in slot.finditer(masked):
            first = match["name"].split()[0].removesuffix("'s")
            if first not in _ORDINARY and len(first) > 2:
                return match["name"].removesuffix("'s")
    for match in _JAPANESE.finditer(masked):
        name = match["name"].strip(" -.")
        if len(name) > 2 and not _ORDINARY_JA.fullmatch(name.replace(" ", "")):
            return name
    return None


def _trimmed(name: str) -> str:
    """Without ordinary words before it: "of quuxformer 13b"."""
    words = name.split()
    while len(words) > 1 and words[0] in _ORDINARY:
        words = words[1:]
    return " ".join(words)
