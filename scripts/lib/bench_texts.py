"""The texts that the benchmark times: real ones in portions, and hostile ones of any length."""

from __future__ import annotations

import random
from pathlib import Path

ISSUE = Path(__file__).parents[2] / "corpus" / "issues" / "260.txt"
WARM_UP = """화웨이 창업자 런정페이(任正非·79)는 12일 선전(深圳)에서 신(新)산업을 설명했다. 장궈룽(張國榮) 씨도 왔다.
일본의 요시다 도모미(吉田智久美) 연구원과 이순신(李舜臣) 장군, 텐센트(騰訊, 00700.HK)와 롄윈강(連雲港)여의집단을 보았다.
禾赛科技(허사이커지)는 산시자동차그룹(陕汽集团)의 협력사이며 위수커지·宇樹科技는 거리(Greeㆍ格力)와 만났다.
국가위생건강위원회(国家卫健委)의 설명회(說明會)에는 알 수 없는 곳(鑫淼犇)과 이름(張三李四王五)도 나왔다.
순위\t기업\t영문
1\t즈우(摯物)\tZhiwu
"""


def _hangul(size: int) -> str:
    pick = random.Random(260)
    return "".join(chr(pick.randrange(0xAC00, 0xD7A4)) for _ in range(size))


HOSTILE = {
    "opening brackets": lambda size: "(" * size,
    "Hangul without a space": _hangul,
    "nested brackets": lambda size: "한(" * (size // 3) + ")" * (size // 3),
    "한(韓 repeated": lambda size: "한(韓" * (size // 3),
}


def portions(path: Path, count: int) -> list[str]:
    """A text in `count` parts of about one length, cut at line ends."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    size = sum(map(len, lines)) / count
    parts, done = [""], 0
    for line in lines:
        if done >= size * len(parts):
            parts.append("")
        parts[-1] += line
        done += len(line)
    return parts


def half_and_whole() -> tuple[str, str]:
    """Ten issues and twenty, one issue over and over: half the text, half the brackets, the same work in each half."""
    text = ISSUE.read_text(encoding="utf-8")
    return "\n\n".join([text] * 10), "\n\n".join([text] * 20)
