"""The ways to call a model open that somebody wrote down, and the words of each."""

from __future__ import annotations

from bot.facts.glossary.entry import (
    ACT_PAGE,
    GUIDELINES_PAGE,
    MOF_PAGE,
    OSAID_PAGE,
    Entry,
    Page,
    listed,
)
from bot.facts.model import Text

_LF = Text(
    "LF AI & Data (Linux Foundation), by the paper of 2024 and the tool that applies it.",
    "LF AI & Data（Linux Foundation）が、2024年の論文とそれを適用するツールで定めています。",
)
_EU = Text(
    "EU law, as authorities and courts read it; the Commission's guidelines of July 2025 are its own"
    " reading.",
    "EU法であり、解釈するのは当局と裁判所です。2025年7月の指針は欧州委員会自身の解釈です。",
)
_MOT_PAGE = Page("LF AI & Data", "Model Openness Tool", "https://mot.isitopen.ai")

DEFINITIONS = (
    Entry(
        id="osaid",
        name=Text("OSAID (Open Source AI Definition)", "OSAID（オープンソースAIの定義）"),
        meaning=Text(
            "OSI's definition, version 1.0 of 28 October 2024: anyone may use, study, modify and share the"
            " system for any purpose, and detailed information on the training data, the complete code and"
            " the parameters are there under open terms. The data sets themselves need not be.",
            "OSIの定義で、1.0版は2024年10月28日に公表されました。"
            "誰でもどんな目的でも利用・研究・改変・共有でき、学習データの詳しい情報、完全なコード、"
            "パラメータがオープンな条件で揃うことを求めます。"
            "データセットそのものの公開は必須ではありません。",
        ),
        decided_by=Text("The Open Source Initiative (OSI).", "Open Source Initiative（OSI）です。"),
        pages=(OSAID_PAGE,),
        names=listed(
            "osaid, open source ai, open source ai definition, open-source ai, osi definition, osi's"
            " definition, オープンソースAI, オープンソースAIの定義, OSIの定義, OSI定義"
        ),
        see=("open-source", "open-weights", "mof"),
    ),
    Entry(
        id="mof",
        name=Text("Model Openness Framework (MOF)", "Model Openness Framework（MOF）"),
        meaning=Text(
            "A way to rank how completely a model is published: of 17 named parts it asks which are"
            " published under an open licence. The answers give class III, II or I, or none.",
            "モデルがどこまで完全に公開されているかを段階分けする枠組みです。"
            "名前の付いた構成要素がそれぞれオープンなライセンスで公開されているかを調べ、クラスIII、II、I、"
            "または該当なしとします。",
        ),
        decided_by=_LF,
        pages=(MOF_PAGE, _MOT_PAGE),
        names=listed(
            "mof, model openness framework, mof class, mof classes, モデル公開性フレームワーク,"
            " モデル開放性フレームワーク, MOFのクラス, MOFクラス"
        ),
        see=("mof-class-3", "mof-class-2", "mof-class-1", "mot"),
    ),
    Entry(
        id="mof-class-3",
        name=Text("MOF class III, Open Model", "MOFクラスIII（Open Model）"),
        meaning=Text(
            "The lowest class: architecture, final parameters, technical report, evaluation results, model"
            " card and data card, each under an open licence.",
            "最も低いクラスです。アーキテクチャ、最終パラメータ、技術報告書、評価結果、モデルカード、"
            "データカードが、それぞれオープンなライセンスで公開されていることを求めます。",
        ),
        decided_by=_LF,
        pages=(MOF_PAGE, _MOT_PAGE),
        names=listed(
            "mof class iii, mof class 3, MOFクラス3, class iii, class 3, open model, mof 3, mof iii,"
            " クラス3, クラスIII, オープンモデル"
        ),
        see=("mof", "mof-class-2"),
    ),
    Entry(
        id="mof-class-2",
        name=Text("MOF class II, Open Tooling Model", "MOFクラスII（Open Tooling Model）"),
        meaning=Text(
            "Class III, and training code, inference code, evaluation code and evaluation data.",
            "クラスIIIに加えて、学習コード、推論コード、評価コード、評価データの公開を求めます。",
        ),
        decided_by=_LF,
        pages=(MOF_PAGE, _MOT_PAGE),
        names=listed(
            "mof class ii, mof class 2, MOFクラス2, class ii, class 2, open tooling model, open tooling,"
            " mof 2, mof ii, クラス2, クラスII"
        ),
        see=("mof", "mof-class-3", "mof-class-1"),
    ),
    Entry(
        id="mof-class-1",
        name=Text("MOF class I, Open Science Model", "MOFクラスI（Open Science Model）"),
        meaning=Text(
            "The highest class: class II, and training data, data preprocessing code, intermediate"
            " checkpoints and a research paper.",
            "最も高いクラスです。クラスIIに加えて、学習データ、データ前処理コード、途中のチェックポイント、"
            "研究論文の公開を求めます。",
        ),
        decided_by=_LF,
        pages=(MOF_PAGE, _MOT_PAGE),
        names=listed(
            "mof class i, mof class 1, MOFクラス1, class i, class 1, open science model, open science, mof"
            " 1, mof i, クラス1, クラスI, オープンサイエンス"
        ),
        see=("mof", "mof-class-2"),
    ),
    Entry(
        id="mot",
        name=Text("Model Openness Tool (MOT)", "Model Openness Tool（MOT）"),
        meaning=Text(
            "The web tool that applies the Model Openness Framework. Makers and others enter what is"
            " published; we compute the class anew from our own data, by its rules.",
            "Model Openness Frameworkを適用するウェブツールです。開発元などが公開状況を登録します。"
            "このボットはその規則に従い、自らのデータからクラスを計算し直しています。",
        ),
        decided_by=_LF,
        pages=(_MOT_PAGE,),
        names=listed("mot, model openness tool, isitopen"),
        see=("mof",),
    ),
    Entry(
        id="european-index",
        name=Text("European Open Source AI Index", "European Open Source AI Index（欧州の公開度指標）"),
        meaning=Text(
            "An index that rates models open, partly open or closed in each of 12 dimensions of"
            " availability, documentation and access (14 until March 2026). We show its published results,"
            " and what our own data decides of its dimensions.",
            "入手性・文書・アクセスの12項目（2026年3月までは14項目）について、"
            "モデルを公開・一部公開・非公開で評価する指標です。このボットは公表された結果と、"
            "自らのデータから決まる項目を示します。",
        ),
        decided_by=Text("Its editors at Radboud University.", "ラドバウド大学の編集者が決めています。"),
        pages=(Page("Radboud University", "European Open Source AI Index", "https://osai-index.eu"),),
        names=listed(
            "osai index, osai-index, european index, european open source ai index, eu index, openness"
            " index, 欧州指標, 欧州オープンソースAI指標, 欧州オープンソースAIインデックス, 欧州インデックス"
        ),
        see=("osaid", "mof", "open-washing"),
    ),
    Entry(
        id="eu-exemption",
        name=Text("EU AI Act, open-source exemption", "EU AI法のオープンソース例外"),
        meaning=Text(
            "Article 53(2): makers of general-purpose models under a free and open licence, with"
            " parameters, architecture and usage information public, are spared some of the documentation"
            " duties. It is void for models with systemic risk. We say only whether the published terms"
            " would qualify.",
            "第53条第2項です。自由でオープンなライセンスで公開され、"
            "パラメータ・アーキテクチャ・使用情報も公開された汎用モデルの提供者は、"
            "文書化の義務の一部を免れます。システミックリスクのあるモデルには適用されません。このボットは、"
            "公表された条件が要件に当たるかどうかだけを述べます。",
        ),
        decided_by=_EU,
        pages=(ACT_PAGE, GUIDELINES_PAGE),
        names=listed(
            "eu exemption, eu open source exemption, eu ai act, ai act, ai act exemption, article 53, EU"
            " AI法, EU AI Act, AI規則, EU例外, オープンソース例外, 第53条"
        ),
        see=("systemic-risk", "open-source"),
    ),
    Entry(
        id="systemic-risk",
        name=Text("Systemic risk (EU AI Act)", "システミックリスク（EU AI法）"),
        meaning=Text(
            "A general-purpose model is presumed to have it where its training took more than 10^25"
            " floating-point operations (Article 51(2)).",
            "学習に使われた計算量が10の25乗浮動小数点演算を超える汎用モデルは、"
            "これがあると推定されます（第51条第2項）。",
        ),
        decided_by=_EU,
        pages=(ACT_PAGE,),
        names=listed("systemic risk, systemic-risk model, 10^25, システミック・リスク, システミックリスク"),
        see=("eu-exemption",),
    ),
)
