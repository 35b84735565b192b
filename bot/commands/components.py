"""Words that people use for a model's parts, besides the framework's own."""

from __future__ import annotations

COMPONENTS = {
    "weights": "parameters-final",
    "parameters": "parameters-final",
    "checkpoint": "parameters-final",
    "checkpoints": "parameters-intermediate",
    "intermediate-checkpoints": "parameters-intermediate",
    "code": "training-code",
    "data": "training-data",
    "dataset": "training-data",
    "datasets": "training-data",
    "card": "model-card",
    "paper": "research-paper",
    "report": "technical-report",
    "tech-report": "technical-report",
    "tools": "supporting-tools",
    "metadata": "model-metadata",
    "outputs": "sample-outputs",
    "results": "evaluation-results",
    "benchmarks": "evaluation-results",
    "重み": "parameters-final",
    "パラメータ": "parameters-final",
    "学習データ": "training-data",
    "データ": "training-data",
    "学習コード": "training-code",
    "訓練コード": "training-code",
    "推論コード": "inference-code",
    "評価コード": "evaluation-code",
    "論文": "research-paper",
    "モデルカード": "model-card",
    "技術報告": "technical-report",
    "アーキテクチャ": "architecture",
}
"""A word as it is typed (lower case, hyphens for spaces) -> the component's slug."""
