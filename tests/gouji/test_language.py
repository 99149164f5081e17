"""In which language gouji speaks."""

from typing import Any

import pytest

from gouji.language import language
from gouji.settings import Settings


@pytest.mark.parametrize(
    ("option", "configured", "environ", "spoken"),
    [
        ("en", "zh", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("zh", "en", {}, "zh"),
        (None, "zh", {"LANG": "en_GB.UTF-8"}, "zh"),
        (None, None, {"LANG": "en_GB.UTF-8"}, "en"),
        (None, None, {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB"}, "zh"),
        (None, None, {"LC_ALL": "", "LANG": "en_GB"}, "en"),
        (None, None, {"LANG": "C.UTF-8"}, "zh"),
        (None, None, {"LC_ALL": "POSIX", "LANG": "en_GB"}, "zh"),
        (None, None, {}, "zh"),
        (None, None, {"LANG": "fr_FR"}, "en"),
    ],
)
def test_the_option_goes_before_the_configuration_and_that_before_the_locale(
    option: str | None, configured: Any, environ: dict[str, str], spoken: str
) -> None:
    assert language(option, Settings.model_construct(language=configured), environ) == spoken
    if configured is None:
        assert language(option, None, environ) == spoken
