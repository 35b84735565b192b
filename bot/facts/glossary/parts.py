"""Words for the parts of a model, for what is made from it, and for time."""

from __future__ import annotations

from bot.facts.glossary.entry import MOF_PAGE, NOBODY, OSAID_PAGE, THIS_BOT, Entry, Page, listed
from bot.facts.model import Text

_MOF = Text(
    "As a component's name: the Model Openness Framework (LF AI & Data).",
    "構成要素の名称としてはModel Openness Framework（LF AI & Data）です。",
)

PARTS = (
    Entry(
        id="parameters",
        name=Text("Parameters (weights)", "パラメータ（重み）"),
        meaning=Text(
            "The numbers that training produced; with the architecture they are what runs. “Final” ones are"
            " those of the finished model, “intermediate” ones were saved on the way.",
            "学習によって得られた数値で、アーキテクチャと合わせて動作するものです。"
            "「最終」は完成したモデルのもの、「途中」は学習の途中で保存されたものです。",
        ),
        decided_by=_MOF,
        pages=(MOF_PAGE, OSAID_PAGE),
        names=listed(
            "parameter, parameters, weights, weight, model weights, checkpoint, checkpoints, intermediate"
            " checkpoint, パラメータ, パラメーター, 重み, ウェイト, チェックポイント"
        ),
        see=("open-weights", "architecture"),
    ),
    Entry(
        id="architecture",
        name=Text("Architecture", "アーキテクチャ"),
        meaning=Text(
            "How the model is built: its layers and how they connect, as code or as a configuration that"
            " code reads.",
            "モデルの構造（層とそのつながり）です。コード、またはコードが読む設定の形で公開されます。",
        ),
        decided_by=_MOF,
        pages=(MOF_PAGE,),
        names=listed("model architecture, モデル構造, アーキテクチャー"),
        see=("parameters",),
    ),
    Entry(
        id="training-code",
        name=Text("Training code", "学習コード"),
        meaning=Text(
            "The programs, with their arguments and settings, by which the parameters were made. Without it"
            " nobody can repeat the training.",
            "パラメータを作るのに使われたプログラムと、その引数や設定です。"
            "これがなければ学習を再現できません。",
        ),
        decided_by=_MOF,
        pages=(MOF_PAGE, OSAID_PAGE),
        names=listed(
            "training script, training scripts, training pipeline, 訓練コード, トレーニングコード,"
            " 学習スクリプト"
        ),
        see=("inference-code", "open-source"),
    ),
    Entry(
        id="inference-code",
        name=Text("Inference code", "推論コード"),
        meaning=Text(
            "The program that loads the parameters and runs the model. It says nothing of how the model was"
            " made.",
            "パラメータを読み込んでモデルを動かすプログラムです。モデルがどう作られたかは分かりません。",
        ),
        decided_by=_MOF,
        pages=(MOF_PAGE,),
        names=listed("inference, inference script, serving code, 推論, 推論スクリプト"),
        see=("training-code",),
    ),
    Entry(
        id="training-data",
        name=Text("Training data", "学習データ"),
        meaning=Text(
            "What the model was trained on. “Published” means that the data sets themselves can be had; a"
            " description of them is another thing, and is recorded as such.",
            "モデルの学習に使われたデータです。「公開」はデータセットそのものを入手できることを指し、"
            "説明だけの場合は別のものとして記録します。",
        ),
        decided_by=_MOF,
        pages=(MOF_PAGE, OSAID_PAGE),
        names=listed(
            "training dataset, training set, dataset, pretraining data, corpus, 訓練データ,"
            " トレーニングデータ, データセット, 教師データ, コーパス"
        ),
        see=("data-card", "osaid", "open-data"),
    ),
    Entry(
        id="model-card",
        name=Text("Model card", "モデルカード"),
        meaning=Text(
            "A short document that goes with a model: what it is for, how it was made and evaluated, its"
            " limits, its licence.",
            "モデルに付く短い文書で、用途、作り方と評価、限界、ライセンスなどを記します。",
        ),
        decided_by=Text(
            "Mitchell et al. proposed it in 2018; what a card must hold, nobody decides.",
            "2018年にMitchellらが提案しました。記載すべき内容を決める機関はありません。",
        ),
        pages=(
            Page(
                "Mitchell et al.",
                "Model Cards for Model Reporting (arXiv:1810.03993)",
                "https://arxiv.org/abs/1810.03993",
            ),
        ),
        names=listed("model cards, system card, モデルカード"),
        see=("data-card", "technical-report"),
    ),
    Entry(
        id="data-card",
        name=Text("Data card (datasheet)", "データカード（データシート）"),
        meaning=Text(
            "A document that describes data: where they come from, how they were chosen and processed,"
            " under which terms.",
            "データの出所、選び方と処理、利用条件などを説明する文書です。",
        ),
        decided_by=Text(
            "Gebru et al. proposed datasheets in 2018, Pushkarna et al. data cards in 2022; what they must"
            " hold, nobody decides.",
            "データシートは2018年にGebruらが、データカードは2022年にPushkarnaらが提案しました。"
            "記載すべき内容を決める機関はありません。",
        ),
        pages=(
            Page(
                "Gebru et al.",
                "Datasheets for Datasets (arXiv:1803.09010)",
                "https://arxiv.org/abs/1803.09010",
            ),
            Page("Pushkarna et al.", "Data Cards (arXiv:2204.01075)", "https://arxiv.org/abs/2204.01075"),
        ),
        names=listed(
            "data card, data cards, datasheet, data sheet, dataset card, データカード, データシート,"
            " データセットカード"
        ),
        see=("training-data", "model-card"),
    ),
    Entry(
        id="technical-report",
        name=Text("Technical report", "技術報告書"),
        meaning=Text(
            "A document by the maker on how the model was built and how it performs. A research paper goes"
            " further: enough detail to follow the method.",
            "モデルの作り方と性能を開発元がまとめた文書です。研究論文はさらに、"
            "方法をたどれるだけの詳しさを備えたものを指します。",
        ),
        decided_by=_MOF,
        pages=(MOF_PAGE,),
        names=listed(
            "tech report, research paper, paper, 技術レポート, テクニカルレポート, 技術報告, 論文, 研究論文"
        ),
        see=("model-card",),
    ),
    Entry(
        id="distillation",
        name=Text("Distillation", "蒸留"),
        meaning=Text(
            "Training a model on the outputs of another one, so that it behaves alike. Whether a licence or"
            " the terms of a service allow it is a clause of its own (“training other models on its"
            " output”).",
            "別のモデルの出力を使って学習させ、似た振る舞いをさせることです。認められるかどうかは、"
            "ライセンスや利用規約の専用の条項（「出力による他モデルの学習」）で決まります。",
        ),
        decided_by=NOBODY,
        pages=(
            Page(
                "Hinton et al.",
                "Distilling the Knowledge in a Neural Network (arXiv:1503.02531)",
                "https://arxiv.org/abs/1503.02531",
            ),
        ),
        names=listed(
            "distill, distilled, distilled model, knowledge distillation, distil, ディスティレーション,"
            " 蒸留モデル, 知識蒸留"
        ),
        see=("derivative",),
    ),
    Entry(
        id="derivative",
        name=Text("Derivative (fine-tune)", "派生モデル（ファインチューニング）"),
        meaning=Text(
            "A model made from another's parameters, by further training for one. The base model's licence"
            " may bind it too: that it be shared alike, carry a name or keep a list of excluded uses.",
            "追加の学習などにより、別のモデルのパラメータから作られたモデルです。同じ条件での共有、"
            "名称の表示、禁止用途の継承など、元のモデルのライセンスが及ぶことがあります。",
        ),
        decided_by=Text(
            "Each licence defines it in its own clause.", "各ライセンスがそれぞれの条項で定めています。"
        ),
        pages=(MOF_PAGE,),
        names=listed(
            "derivative, derivatives, derivative work, fine-tune, fine tune, finetune, fine-tuning, derived"
            " model, base model, 派生物, 派生, 派生モデル, ファインチューニング, 微調整, 二次的著作物"
        ),
        see=("distillation", "copyleft"),
    ),
    Entry(
        id="lag",
        name=Text("Lag", "公開までの期間"),
        meaning=Text(
            "The time from a model's first public use, in whatever form, to the day on which its parameters"
            " could be downloaded. Zero where the weights were there from the first day.",
            "モデルが何らかの形で初めて一般に使えるようになってから、"
            "重みをダウンロードできるようになった日までの期間です。初日から重みがあればゼロです。",
        ),
        decided_by=THIS_BOT,
        pages=(),
        names=listed("time lag, delay, ラグ, 遅れ, タイムラグ"),
        see=("pace",),
    ),
    Entry(
        id="pace",
        name=Text("Pace", "公開のペース"),
        meaning=Text(
            "The median lag of the models that a maker has opened. Of a closed model it gives the day on"
            " which it would have been opened at that pace; always with the number of models it rests on.",
            "ある開発元が公開したモデルの「公開までの期間」の中央値です。これを使うと、"
            "未公開のモデルがそのペースなら公開されていたはずの日が分かります。"
            "基になったモデルの数を必ず添えます。",
        ),
        decided_by=THIS_BOT,
        pages=(),
        names=listed("release pace, own pace, median lag, ペース, 中央値"),
        see=("lag",),
    ),
)
