"""The closed lists that a question can name, in words of both languages: parts, definitions, terms, states.

English patterns are in lower case; in Japanese ＯＳ stands for オープンソース. The first that fits is meant.
"""

from __future__ import annotations

from bot.commands.models import ModelsStatus
from bot.facts.definitions.verdict import DefinitionId
from bot.facts.model import Component
from bot.facts.promises import Outcome

COMPONENTS: tuple[tuple[Component, str, str], ...] = (
    (
        Component.DATA_PREPROCESSING_CODE,
        r"(?:pre-?process\w*|data (?:prep\w*|processing|clean\w*|filter\w*|pipeline)|filtering|tokeni[sz]ation|curation) ?(?:code|scripts?|pipeline|tools?)?|(?:code|scripts?) .{0,20}(?:pre-?process\w*|filter|clean) ",
        r"前処理|データ処理(?:の)?コード|フィルタリング|データパイプライン",
    ),
    (
        Component.EVALUATION_CODE,
        r"eval(?:uation)?s? (?:code|scripts?|harness|suite|pipeline)|(?:code|scripts?|harness) (?:for|used for|of the) (?:the )?eval\w*|benchmark(?:ing)? (?:code|scripts?|harness)|(?:code|scripts?|program) (?:that|which|to) (?:evaluat|benchmark|test)\w*|evaluat\w+ (?:tools?|software)",
        r"評価(?:用)?(?:の)?(?:コード|スクリプト|ハーネス|プログラム)",
    ),
    (
        Component.INFERENCE_CODE,
        r"(?:inference|serving|sampling|generation) (?:code|scripts?|implementation|stack|engine)|code (?:for|to do) inference|(?:code|scripts?) (?:that|which|to) (?:run|serve|infer)\w*",
        r"推論(?:用)?(?:の)?(?:コード|スクリプト|プログラム|実装)|実行コード",
    ),
    (
        Component.TRAINING_CODE,
        r"(?:pre-?|post-?)?(?:train\w*|fine-?tun\w+|rlhf?|sft|learning) (?:code|scripts?|source ?code|recipes?|pipeline|framework|stack|codebase|config\w*|hyper-?param\w+)|(?:code|scripts?|recipe)s? (?:used |that )?(?:to |for |of )?(?:the )?(?:pre-?)?(?:train\w*|fine-?tun\w+)|code behind|training (?:scripts|code|recipe)|(?:code|scripts?|program) (?:that|which) (?:train|was used|they used)\w*|(?:how|code) (?:it|N) was trained|sourcecode",
        r"(?:事前|事後)?(?:学習|訓練|トレーニング|ファインチューニング|微調整|ファインチューン)(?:用|時)?(?:の|させた|した|するための|に(?:使われた|使った|用いた|用いられた|使用した))?(?:コード|スクリプト|プログラム|レシピ|パイプライン|ソースコード)|ソースコード|(?:training|train)(?:の)?(?:code|コード)",
    ),
    (
        Component.DATA_CARD,
        r"data ?(?:set )?(?:cards?|sheets?|statement)|datasheets?",
        r"データ(?:セット)?(?:カード|シート)",
    ),
    (
        Component.EVALUATION_DATA,
        r"(?:eval(?:uation)?|test|benchmark) (?:data(?:sets?)?|sets?|prompts|questions)",
        r"評価(?:用)?(?:の)?データ|テストデータ|評価セット",
    ),
    (
        Component.TRAINING_DATA,
        r"(?:pre-?|post-?|fine-?tuning |instruction )?(?:train\w*|tuning|sft|rl) (?:data\w*|corp\w+|sets?|mix(?:ture)?|text|tokens|documents|material|sources)|corp(?:us|ora)\b|data ?sets?\b|(?:was|were|been|is|got) (?:\w+ )?(?:trained|fine-?tuned|taught) (?:on|with|from)|(?:trained|trains|train|learn(?:ed|t|s)?|fed) (?:on|with|from)\b|(?:went|goes|put) into (?:it|N|training)|ingredients|what data|which data|data (?:it|N|they|behind|used|is|was|they)|(?:its|the|their|'s|N|open) data\b|data open|data mix\w*|train data",
        r"(?:事前|事後)?(?:学習|訓練|トレーニング|ファインチューニング|教師)(?:用|時)?(?:の|に使(?:った|われた|用した)?)?(?:データ|コーパス|データセット|素材|テキスト)|コーパス|データセット|何(?:で|を(?:使って|もとに|食べさせ))(?:学習|訓練)|(?:どんな|どの|何の|どういう|どのような)データ|データの(?:中身|内訳|出所|出どころ)|何を(?:学習|学ん|学び)|(?:学習|訓練)(?:元|に(?:使|用い)\w{0,6}?データ)|training ?(?:data|データ)|(?:の|は|も)データ(?:は|も|が|って|まで|って)|データまで|に使(?:った|われた|用した)データ|データを(?:共有|開示|公表|公開|出し)",
    ),
    (
        Component.PARAMETERS_INTERMEDIATE,
        r"(?:intermediate|intermediary|partial|mid-?training|in-between) (?:checkpoints?|weights|snapshots?|param\w+)|training checkpoints|checkpoints (?:during|along|throughout|from) ",
        r"中間(?:の)?(?:チェックポイント|重み|パラメータ|スナップショット)|途中(?:の)?(?:チェックポイント|経過の重み)|途中経過",
    ),
    (
        Component.MODEL_CARD,
        r"model ?cards?|system cards?",
        r"モデルカード|システムカード",
    ),
    (
        Component.TECHNICAL_REPORT,
        r"tech(?:nical)?[- ]?(?:report|paper|documentation)s?|whitepapers?|white papers?",
        r"技術(?:報告|レポート|文書|資料)(?:書)?|テクニカル(?:レポート|リポート)|テックレポート|ホワイトペーパー",
    ),
    (
        Component.RESEARCH_PAPER,
        r"(?:research |academic |scientific |arxiv )?(?:papers?|preprints?|publications?)\b|arxiv",
        r"論文|プレプリント|ペーパー|アーカイブ論文",
    ),
    (
        Component.EVALUATION_RESULTS,
        r"eval(?:uation)?s? (?:results?|scores?|numbers)|benchmark(?:s|ing)? (?:results?|numbers|scores?)|test results",
        r"評価(?:の)?(?:結果|スコア)|ベンチマーク(?:の)?(?:結果|スコア|成績)",
    ),
    (
        Component.ARCHITECTURE,
        r"architecture\w*|network design|model design|modell?ing code|model definition|architectural",
        r"アーキテクチャ|モデル構造|ネットワーク構造|構造(?:は|が|も)",
    ),
    (
        Component.SUPPORTING_TOOLS,
        r"(?:supporting |companion )?(?:tool(?:s|ing|kit)|librar(?:y|ies))\b|\bsdk\b",
        r"(?:補助|周辺|付属|関連)?ツール(?:類|キット)?|ライブラリ",
    ),
    (Component.MODEL_METADATA, r"meta-?data|training logs?|loss curves?", r"メタデータ|学習ログ|訓練ログ"),
    (
        Component.SAMPLE_OUTPUTS,
        r"sample outputs?|example (?:outputs?|generations?|completions)|samples of (?:its|the) output",
        r"(?:出力|生成)(?:の)?(?:例|サンプル)|サンプル出力",
    ),
    (
        Component.PARAMETERS_FINAL,
        r"(?<!open )(?<!open-)(?<!only the )(?<!just the )(?<!only )(?<!just )(?:weights?|wts|param(?:eter)?s)\b|(?:download|get|grab|pull) (?:N|it)\b|checkpoints?\b|download\w*\b|safetensors|torrent|model files?|binaries",
        r"(?<!オープン)(?<!だけ)(?:重み|おもみ|ウェイト|ウエイト)(?!だけ)|パラメーター?|チェックポイント|weights|ダウンロード|落とせ|モデルファイル|モデル本体|トレント",
    ),
)  # fmt: skip

DEFINITIONS: tuple[tuple[DefinitionId, str, str], ...] = (
    (
        DefinitionId.EU_EXEMPTION,
        r"(?:ai act|eu act|european act|gpai)|\bexempt\w*|article 53|53\(2\)|eu-exemption",
        r"ai法|ai ?act|ＡＩ法|免除|適用除外|53条|例外規定|exemption",
    ),
    (
        DefinitionId.EUROPEAN_INDEX,
        r"europe(?:an)? (?:open ?source ?(?:ai )?|opensource (?:ai )?|ai )?(?:index|ranking)|opensource ai index|osai index|\bosai\b|openness index|european-index|radboud",
        r"(?:欧州|ヨーロッパ|欧洲).{0,12}?(?:指数|インデックス|指標)|オープンネス指数|openness index",
    ),
    (
        DefinitionId.MOF,
        r"\bmof\b|\bmot\b|model openness (?:framework|tool)|openness (?:framework|class)|\bclass (?:i{1,3}|[123])\b(?! action)",
        r"mof|モデル(?:・)?オープンネス(?:・)?(?:フレームワーク|ツール)|オープンネスフレームワーク|クラス(?:[123]|i{1,3})",
    ),
    (
        DefinitionId.OSAID,
        r"\bosaid\b|\bosi\b(?:'s)?(?![- ](?:approved|certified|licen))|opensource (?:initiative|ai definition|definition)|opensource ai\b(?! index)",
        r"osaid|osi(?!承認)|ＯＳ(?:・)?(?:イニシアティブ|イニシアチブ)|ＯＳai(?:の)?定義",
    ),
    (
        DefinitionId.SOURCE,
        r"(?:classic|traditional|original|classical|old) (?:sense|meaning|definition)|opensource (?:software )?in the (?:classic|traditional|original)",
        r"(?:本来|従来|元来|伝統的)(?:の|な)(?:意味|定義|ＯＳ)",
    ),
    (
        DefinitionId.WEIGHTS,
        r"open[- ]weights? (?:definition|sense)|by the open[- ]weights?",
        r"オープンウェイトの(?:定義|意味)",
    ),
)  # fmt: skip

TERMS: tuple[tuple[str, str, str], ...] = (
    ("open-weights", r"open[- ]?weights?(?:, restricted licen[cs]e|, open licen[cs]e)?|weights[- ]available", r"オープン(?:・)?(?:ウェイト|ウエイト)|open ?weights?|重み(?:の)?公開|公開重み"),
    ("source-available", r"source[- ]available|available[- ]source", r"ソース(?:・)?アベイラブル|ソース(?:利用|入手)可能|source[- ]available"),
    ("eu-exemption", r"(?:opensource |ai act )?exemption|ai act\b|article 53", r"(?:ai法|aiアクト|ai act).{0,10}?(?:免除|適用除外|例外|除外)|免除規定|(?:eu)?ai法"),
    ("european-index", r"europe(?:an)? (?:opensource )?(?:ai )?index|opensource ai index|openness index", r"(?:欧州|ヨーロッパ).{0,14}?(?:指数|インデックス|指標)"),
    ("osaid", r"\bosaid\b|opensource ai(?: definition)?|\bosi(?:'s)?\b(?! approved)(?: definition)?|opensource (?:initiative|definition)", r"osaid|ＯＳai|osi(?:の定義)?"),
    ("mof", r"\bmof\b(?:'s)?(?: class(?:es)?)?|model openness (?:framework|tool)|class (?:iii|ii|i)\b", r"mof(?:の)?(?:クラス)?|クラス(?:[123]|i{1,3})|モデル(?:・)?オープンネス(?:・)?フレームワーク"),
    ("mof-class-1", r"open[- ]science(?: model)?", r"オープン(?:・)?サイエンス(?:モデル)?"),
    ("mof-class-2", r"open[- ]tooling(?: model)?", r"オープン(?:・)?ツーリング"),
    ("gated", r"\bgat(?:ed|ing)\b(?: access)?", r"ゲート(?:付き|つき|制|あり)?|gated"),
    ("copyleft", r"copy-?left", r"コピーレフト"),
    ("permissive", r"permissive(?: licen[cs]es?)?", r"パーミッシブ|寛容な?ライセンス"),
    ("restricted-license", r"restrict(?:ed|ive) licen[cs]e", r"制限(?:付き|つき|的)(?:な)?ライセンス"),
    ("open-license", r"open licen[cs]e", r"オープン(?:な)?ライセンス"),
    ("rail", r"\b(?:open)?rails?\b(?: licen[cs]es?)?|responsible ai licen[cs]e", r"rail(?:ライセンス)?|責任あるaiライセンス"),
    ("open-washing", r"open-?washing", r"オープン(?:・)?ウォッシング|オープンウォッシュ"),
    ("free-software", r"free[- ]software|\bfsf\b|libre software", r"自由(?:な)?ソフトウェア|フリーソフトウェア|fsf"),
    ("spdx", r"\bspdx\b", r"spdx"),
    ("open-data", r"open[- ]data\b", r"オープンデータ"),
    ("open-source", r"opensource\w*|foss\b", r"ＯＳ|ソース(?:の)?公開|open ?source"),
    ("open", r"\bopen(?:ness)?\b", r"オープン(?!ai)|公開"),
)  # fmt: skip
"""Words to explain: the ids of the glossary's entries, and ``open`` for the word itself."""

STATES: tuple[tuple[Outcome, str, str], ...] = (
    (Outcome.KEPT_IN_PART, r"(?:kept|fulfilled|honou?red) (?:only )?(?:in part|partly|partially|half)|half-?kept|partial(?:ly)? kept", r"一部(?:だけ|のみ)?(?:守|果た)|部分的に(?:守|果た)"),
    (Outcome.OVERDUE, r"over-?due|past (?:due|their deadline|its deadline|the deadline)|missed (?:their |its |the )?deadlines?|expired", r"期限(?:切れ|を過ぎ|超過|が過ぎ|オーバー)|過ぎた約束|期限切"),
    (Outcome.WITHDRAWN, r"(?:taken?|took|walked|rolled) (?:it |them )?back|withdrawn|retracted|revoked|cancel\w+|rescinded", r"撤回|取り消|取り下げ|反故"),
    (Outcome.CONDITIONAL, r"condition(?:al|s|ally)?\b|depend(?:s|ing|ent) on", r"条件(?:付き|つき|次第|が付)"),
    (Outcome.PENDING, r"pending|outstanding|not yet (?:due|kept|fulfilled)|still (?:open|waiting|to come|pending)|unfulfilled|open promises|awaiting", r"保留|未履行|未達|待ち|まだ(?:果た|期限前)|これから(?:の|果た)"),
    (Outcome.KEPT, r"(?:were|was|been|are|have|got|which|actually|promises?|pledges?) (?:\w+ )?(?:kept|fulfilled|honou?red)|\bkept (?:promises|pledges)|fulfilled|delivered on(?! the)", r"(?:果た|守ら|守っ|実現|達成|履行)(?:された|した|れた|た)(?:約束|もの|公約)"),
)  # fmt: skip

STATUSES: tuple[tuple[ModelsStatus, str, str], ...] = (
    (ModelsStatus.WITHDRAWN, r"withdrawn|taken down|pulled|removed|no longer available", r"取り下げ|撤回|削除され|公開停止|引っ込め"),
    (ModelsStatus.PROMISED, r"promised|pledged|announced but", r"約束(?:され|した|済)|予告"),
    (ModelsStatus.CLOSED, r"closed|proprietary|not open|api[- ]only|non-?open|unreleased", r"非公開|クローズド|プロプライエタリ|公開されていない|閉じた"),
    (ModelsStatus.RESTRICTED, r"restricted|restrictive|with restrictions|source[- ]available", r"制限(?:付き|つき|的)|条件付き"),
    (ModelsStatus.OPEN_LICENSE, r"open(?:ly)?[- ]licen[cs]e\w*|permissive\w*|osi[- ]approved|free licen[cs]e", r"オープンライセンス|オープンなライセンス|osi承認|自由なライセンス"),
    (ModelsStatus.OPEN_SOURCE, r"opensource\w*|fully open|truly open|really open|osaid|osi\b", r"ＯＳ|完全に(?:公開|オープン)|完全(?:公開|オープン)|フルオープン"),
    (ModelsStatus.OPEN_WEIGHTS, r"open[- ]?weights?|\bopen\b|opened|downloadable|weights|released|published", r"オープンウェイト|オープン|重みを?公開|公開|ダウンロード"),
)  # fmt: skip
