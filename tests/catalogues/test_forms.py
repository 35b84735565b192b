"""Files recognized by their names and first words."""

from __future__ import annotations

import pytest

from bot.catalogues.forms import Form, recognize
from bot.facts import pack
from tests.catalogues import written
from tests.facts import small

FILES = pack.write(small.PACK)


@pytest.mark.parametrize(
    ("path", "text", "form"),
    [
        ("config/facts/lab.yaml", FILES["lab.yaml"], Form.OURS),
        ("config/licenses.yaml", FILES["licenses.yaml"], Form.OURS),
        ("events.csv", "", Form.TABLE),
        ("events.json", "[]", Form.TABLE),
        ("events.json", "{", Form.TABLE),
        ("models/Alpha-2.yml", written.mot(), Form.MOT),
        ("Alpha.yaml", written.index(), Form.EUROPEAN_INDEX),
        ("/x/models/lab/a.toml", written.toml(), Form.MODELS_DEV),
        ("/x/models.dev/providers/lab/models/b/a.toml", written.toml(), Form.MODELS_DEV),
        ("api.json", '{"lab": {"models": {}}}', Form.MODELS_DEV),
        ("package.json", '{"name": "x"}', None),
        ("bot.toml", "[store]", None),
        ("mkdocs.yml", "site_name: x", None),
    ],
)
def test_each_form_is_recognized(path: str, text: str, form: Form | None) -> None:
    """Each form by what only it has; anything else has none."""
    assert recognize(path, text) is form
