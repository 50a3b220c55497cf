"""Which script a text is in, by characters that are common in one and do not occur in the other."""

from __future__ import annotations

_SIMPLIFIED = frozenset("这国们说对时会来为过发后经学还没开关门见长东车书马鸟风飞么义习乡亲两严个")
_TRADITIONAL = frozenset("這國們說對時會來為過發後經學還沒開關門見長東車書馬鳥風飛麼義習鄉親兩嚴個")


def script_of(text: str) -> str:
    """``zh-Hans`` or ``zh-Hant-TW``; a text without a clear majority is taken for simplified."""
    simplified = sum(character in _SIMPLIFIED for character in text)
    traditional = sum(character in _TRADITIONAL for character in text)
    return "zh-Hant-TW" if traditional > 2 * simplified else "zh-Hans"
