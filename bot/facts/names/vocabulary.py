"""Closed lists: words that stand beside a model's name, who passes models on, words of sentences.

A word that is in none of these lists is part of the name: ``plus``, ``coder`` and ``distill`` make another
model. Everything is lower case, as :mod:`bot.facts.names.spelling` writes it.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PACKAGING = _words(
    """
    131072 16384 32768 4096 65536 8192 awq bf16 bnb default dequantized dwq dynamic exacto exl2 exl3
    extended f16 f32 floor fp16 fp32 fp4 fp8 free ggml gguf gptq hf highspeed i1 imatrix int4 int8 maas
    mlx model models mxfp4 nitro nvfp4 online onnx openvino optimized original paddle ptq qat quantized
    quants safetensors specdec tee tput turboquant ud unquantized unsloth versatile モデル
    """
)
"""How weights are stored, packed or served: the same model."""

SERVED = _words("basic cs fast instant lite reference turbo")
"""What hosts append to a size or to ``instruct`` for a faster or cheaper service of the same weights."""

TUNING = _words("base chat inst instruct instruction it pretrained pt sft")
"""Variants that fall to their model's entry, unless they have an entry of their own."""

MODE = _words("high low non nonreasoning nonthinking reasoner reasoning think thinker thinking xhigh")
"""Ways to run a model, where the name doesn't belong to a model of its own."""

STAGE = _words("alpha beta exp experimental latest preview rc 001 002 003")
"""How finished a version is, or that it is the newest, where that is no model's own name."""

REGIONS = _words("ap apac au ca eu global jp us usgov")
"""What stands before a model's name in the addresses of clouds."""

PLACE = re.compile(r"\*|[a-z]+(?:-[a-z]+)+-?[0-9]|[0-9]+-month-commitment")
"""A region or a plan in a host's path: ``bedrock/us-east-1/1-month-commitment/anthropic.claude-v2:1``."""

HOSTS = _words(
    """
    302ai accounts ai21 aiml alicloud amazonbedrock anyscale api aws azure azureai azureopenai baseten
    bedrock bedrockconverse bedrockmantle berget cerebras cf chutes chutesai clarifai cloudferro
    cloudflare cortecs crofai crusoe dashscope databricks deepinfra digitalocean endpoints engines
    fastrouter featherless fireworks fireworksai friendli friendliai gateway github githubcopilot
    githubmodels globalstandard googlevertex gradientai groq helicone heroku hf huggingface hyperbolic
    inference inferencenet invoke ionet kilo lambda lambdaai lepton library litellm llamacpp llmgateway
    lmstudio maas meganova model models modelscope nanogpt nebius nim novita novitaai nscale nvidianim
    oci octoai ollama ollamachat openrouter ovhcloud parasail perplexity pixelml poe portkey pro public
    publishers qiniu replicate requesty route runpod sagemaker sambanova sap scaleway siliconflow
    snowflake stealth submodel synthetic targon tee together togetherai umans vcap venice vercel
    vercelaigateway vertex vertexai vllm volcengine vultr wandb watsonx workersai xinference zenmux
    """
)
"""Who serves other people's models under their own names, and the words of such addresses."""

PACKERS = _words(
    """
    bartowski casperhansen ggmlorg huggingquants kaitchup lmstudiocommunity lonestriker maziyarpanahi
    mlxcommunity mradermacher neuralmagic nmtesting onnxcommunity quantfactory redhatai secondstate
    solidrust thebloke turboderp unsloth
    """
)
"""Who republishes other people's weights in other formats, unchanged."""

SITES = {
    "huggingface.co": "hub",
    "hf.co": "hub",
    "hf-mirror.com": "hub",
    "github.com": "code",
    "build.nvidia.com": "catalogue",
    "deepinfra.com": "catalogue",
    "fireworks.ai": "catalogue",
    "kaggle.com": "catalogue",
    "lmstudio.ai": "catalogue",
    "modelscope.ai": "catalogue",
    "modelscope.cn": "catalogue",
    "ollama.ai": "catalogue",
    "ollama.com": "catalogue",
    "openrouter.ai": "catalogue",
    "replicate.com": "catalogue",
    "together.ai": "catalogue",
}
"""Where a model's address is its owner and its name: repositories of weights, of code, and catalogues."""

KATAKANA = {
    "アルファ": "alpha",
    "インスタント": "instant",
    "インストラクト": "instruct",
    "ウルトラ": "ultra",
    "エア": "air",
    "オーパス": "opus",
    "オープン": "open",
    "オパス": "opus",
    "コーダ": "coder",
    "コーダー": "coder",
    "コード": "code",
    "シンキング": "thinking",
    "スーパー": "super",
    "スカウト": "scout",
    "スモール": "small",
    "ソネット": "sonnet",
    "ターボ": "turbo",
    "チャット": "chat",
    "ナノ": "nano",
    "ネクスト": "next",
    "ハイク": "haiku",
    "ビジョン": "vision",
    "ファスト": "fast",
    "フラッシュ": "flash",
    "プラス": "plus",
    "プレビュー": "preview",
    "プロ": "pro",
    "ベース": "base",
    "ベータ": "beta",
    "マーベリック": "maverick",
    "マイクロ": "micro",
    "マックス": "max",
    "ミディアム": "medium",
    "ミニ": "mini",
    "ライト": "lite",
    "ラージ": "large",
    "リーズニング": "reasoning",
}
"""How the words of variants are written in Japanese. Families bring their own spellings as aliases."""

ORDINARY = _words(
    """
    a ai air amber apple arctic base behemoth calm chat clip command core crystal deep demo dev distro
    edge emu fair flash free it large latest light liquid lite medium meta mini model models moonlight
    north one open opt oracle plus preview pro ring scout seed sky small solar spark stability step
    super the think thinking together transcribe turbo wonder writer x
    イー オプト クリップ コマンド シード ステップ ソラ ノヴァ バート プラモ モデル ライター リン
    """
)
"""Words of ordinary sentences that are also names: written small and alone they aren't taken for one."""

OPENING = _words(
    """
    base chat clip code command deep dev edge edit it large light north one open opt ring seed sky small
    solar step super the think together transcribe wonder
    """
)
"""Those of them that begin sentences, so that even a large letter says little there."""

SENTENCE = _words(
    "and base chat free high it latest low model models non open preview reasoning think thinking モデル"
)
"""Words that can follow a name in a sentence without belonging to it."""

VARIANTS = _words(
    """
    coder codex distill distilled edit embed embedding flash guard haiku heavy image lite math max micro mini
    nano omni opus plus pro sonnet turbo ultra vision vl xl
    """
)
"""Words that make another model of the name before them."""
