"""Words for how open something is."""

from __future__ import annotations

from bot.facts.glossary.entry import GRADIENT_PAGE, NOBODY, OSI_PAGE, THIS_BOT, Entry, Page, listed
from bot.facts.model import Text

_FACCT = Page(
    "Liesenfeld and Dingemanse",
    "Rethinking open source generative AI: open-washing and the EU AI Act",
    "https://doi.org/10.1145/3630106.3659005",
)
_FREE = Page(
    "Free Software Foundation", "What is Free Software?", "https://www.gnu.org/philosophy/free-sw.html"
)
_OPEN_WEIGHTS = Page(
    "Open Source Initiative",
    "Open Weights: not quite what you’ve been told",
    "https://opensource.org/ai/open-weights",
)
_GATED = Page("Hugging Face", "Gated models", "https://huggingface.co/docs/hub/models-gated")

OPENNESS = (
    Entry(
        id="open-weights",
        name=Text("Open weights", "オープンウェイト"),
        meaning=Text(
            "The trained parameters of a model can be downloaded by anyone, a form or a click included. It"
            " says nothing of training code or training data, and the licence may still restrict what one"
            " does with them.",
            "学習済みのパラメータ（重み）を誰でもダウンロードできることです。"
            "フォームへの記入や同意が必要な場合も含みます。学習コードや学習データの公開は意味せず、"
            "使い方がライセンスで制限されていることもあります。",
        ),
        decided_by=NOBODY,
        pages=(_OPEN_WEIGHTS, GRADIENT_PAGE),
        names=listed(
            "open weight, open-weight model, openweights, 重みの公開, 公開重み, オープンウエイト,"
            " オープンな重み"
        ),
        see=("open-source", "osaid", "restricted-license", "gated"),
    ),
    Entry(
        id="open-source",
        name=Text("Open source", "オープンソース"),
        meaning=Text(
            "Software whose source code anyone may use, study, change and share, under a licence that fits"
            " the Open Source Definition. Of a model that means its training and inference code: publishing"
            " parameters is not publishing source code.",
            "ソースコードを誰でも利用・研究・改変・再配布でき、"
            "ライセンスが「オープンソースの定義」に適合するソフトウェアのことです。"
            "モデルについて言えば学習コードと推論コードが対象で、"
            "重みの公開はソースコードの公開ではありません。",
        ),
        decided_by=Text(
            "The Open Source Initiative (OSI), by its Open Source Definition and its list of approved"
            " licences.",
            "Open Source Initiative（OSI）が「オープンソースの定義」と承認ライセンスの一覧で定めています。",
        ),
        pages=(OSI_PAGE,),
        names=listed(
            "oss, open source software, opensource, foss, オープンソースソフトウェア, osd, open source"
            " definition, オープンソースの定義"
        ),
        see=("osaid", "open-weights", "source-available", "free-software"),
    ),
    Entry(
        id="source-available",
        name=Text("Source-available", "ソースアベイラブル"),
        meaning=Text(
            "One can look at the source or download the files, but the licence restricts use, changes or"
            " sharing in ways that open source does not allow.",
            "ソースを見たりファイルを入手したりはできるものの、利用・改変・再配布が、"
            "オープンソースでは認められない形でライセンスにより制限されていることです。",
        ),
        decided_by=NOBODY,
        pages=(OSI_PAGE,),
        names=listed("source available, shared source, ソース公開, ソース入手可能, ソースアヴェイラブル"),
        see=("open-source", "restricted-license"),
    ),
    Entry(
        id="free-software",
        name=Text("Free software", "自由ソフトウェア"),
        meaning=Text(
            "Software that respects four freedoms: to run it for any purpose, to study and change it, to"
            " share copies, to share changed copies. Free as in freedom, not in price.",
            "四つの自由（どんな目的にも実行する、調べて改変する、複製を配布する、"
            "改変版を配布する）を認めるソフトウェアのことです。ここでの「自由」は価格のことではありません。",
        ),
        decided_by=Text(
            "The Free Software Foundation (FSF), by its definition and its list of licences.",
            "Free Software Foundation（FSF）が定義とライセンスの一覧で定めています。",
        ),
        pages=(_FREE,),
        names=listed("libre software, libre, フリーソフトウェア, 自由なソフトウェア"),
        see=("open-source", "fsf-free"),
    ),
    Entry(
        id="gated",
        name=Text("Gated", "ゲート付き"),
        meaning=Text(
            "Anyone can have the files, but only after a form, a log-in or a click that accepts terms. We"
            " count it as published, and say so each time; access that is granted case by case is not"
            " counted.",
            "誰でも入手できるものの、その前にフォームの記入、ログイン、規約への同意などが必要なことです。"
            "このボットでは公開に数え、その旨を毎回明記します。"
            "個別の審査で許可されるものは公開に数えません。",
        ),
        decided_by=NOBODY,
        pages=(_GATED,),
        names=listed(
            "gated access, gated model, gated weights, gating, ゲート, ゲーテッド, ゲート制, 申請制,"
            " 承認制, 要同意"
        ),
        see=("open-weights", "on-request"),
    ),
    Entry(
        id="on-request",
        name=Text("On request", "個別申請"),
        meaning=Text(
            "Somebody decides case by case who may have the files. We don't count that as published.",
            "誰に渡すかを提供元が個別に判断することです。このボットでは公開に数えません。",
        ),
        decided_by=NOBODY,
        pages=(GRADIENT_PAGE, _GATED),
        names=listed("request access, case by case, access on request, 個別審査, 申請ベース"),
        see=("gated",),
    ),
    Entry(
        id="closed",
        name=Text("Closed", "クローズド"),
        meaning=Text(
            "The model can be used as a product or by API only; its parameters can't be downloaded.",
            "製品またはAPIとしてだけ使え、重みをダウンロードできないことです。",
        ),
        decided_by=NOBODY,
        pages=(GRADIENT_PAGE,),
        names=listed(
            "closed source, closed model, proprietary, api-only, api only, closed weights,"
            " クローズドソース, 非公開, プロプライエタリ, 独占的, APIのみ"
        ),
        see=("open-weights", "undisclosed"),
    ),
    Entry(
        id="open-washing",
        name=Text("Open-washing", "オープンウォッシング"),
        meaning=Text(
            "Critics' word for calling something open that is open in part only, or under restrictions. We"
            " don't judge intentions: we show the maker's word beside what each definition says.",
            "一部しか公開していないもの、制限付きのものを「オープン」と呼ぶことへの批判の言葉です。"
            "このボットは意図を判断せず、開発元の言葉と各定義の判定を並べて示します。",
        ),
        decided_by=NOBODY,
        pages=(_FACCT,),
        names=listed("openwashing, open washing, オープンウォッシュ, オープン詐欺"),
        see=("open-source", "osaid", "european-index"),
    ),
    Entry(
        id="undisclosed",
        name=Text("Undisclosed", "非開示"),
        meaning=Text(
            "One of four kinds of no that we keep apart: known not to exist; undisclosed (the maker"
            " declines to say); looked for, and nobody has said; and not in our data.",
            "区別している四種類の「ない」の一つです。存在しないと分かっている、"
            "非開示（開発元が明らかにしない）、調べたが誰も述べていない、私たちのデータにない、の四つです。",
        ),
        decided_by=THIS_BOT,
        pages=(),
        names=listed("not in our data, unsaid, unknown, not disclosed, 未公表, 私たちのデータにない, 不明"),
        see=("closed",),
    ),
)
