"""How a report words what it says."""

from collections.abc import Mapping
from dataclasses import replace

from tests.builders import dossier, sound_report, with_text
from tests.expectations.faults.builders import LONG, Fault, of_report, of_text

FAULTS: Mapping[str, Fault] = {
    "no-figures-in-text": of_report(lambda r: with_text(r, 1, LONG * 3)),
    "stale-year": Fault(dossier(with_text(sound_report(), 4, "2024年，我局未收到政府信息公开行政复议申请。"))),
    "plan-year": of_text(5, "2023年，我局将继续加强解读。"),
    "foreign-place": of_text(1, "扬州市人民政府认真安排公开工作。", doubt=True, superior="淮安市人民政府"),
    "wrong-self-reference": of_text(1, "我镇认真做好公开工作。"),
    "stray-latin": of_text(5, "公开意识and参与度有待提高。", doubt=True),
    "doubled-word": of_text(5, "公开意识公开意识有待提高。", doubt=True),
    "missing-punctuation": of_text(1, "全年举办活动3次线下宣传2次。", doubt=True),
    "set-phrase": of_text(1, "截止目前没有积压。"),
    "statute-number": of_text(1, "落实《中华人民共和国政府信息公开条例》（国务院令第492号）。"),
    "sentence-truncated": replace(
        of_report(
            lambda r: with_text(
                r, 5, "（一）公开内容还不够及时，部分栏目更新偏慢，群众查找起来不够方便，", "（二）下一步将按月检查栏目更新。"
            )
        ),
        doubt=True,
    ),
    "scope-contradiction": of_text(1, "全县共收到政府信息公开申请8件。", doubt=True),
    "rules-called-regulations": replace(of_text(1, "我局制定规章两个。"), also=("narrative-regulations",)),
}

NEIGHBOURS: Mapping[str, Fault] = {
    "stale-year": of_text(1, "2022年，我局收到申请5件。"),
    "plan-year": of_text(5, "2024年，我局将继续加强解读。"),
    "wrong-self-reference": of_text(1, "我县各镇公开工作有序，我局自我局限少。"),
    "stray-latin": of_text(1, "系统支持Word和APP两种方式。"),
    "doubled-word": of_text(1, "方方面面认认真真，县人民政府政府信息公开栏目更新12次。"),
    "missing-punctuation": of_text(1, "4件申请均按期答复，开展活动3次，发布信息2条。"),
    "set-phrase": of_text(1, "截至目前没有积压，按规定结转，信息处理费用于国库。"),
    "statute-number": of_text(1, "落实《政府信息公开条例》（国务院令第711号），《统计法实施条例》（国务院令第681号）。"),
    "rules-called-regulations": of_text(1, "我局制定规章制度3项，落实省政府规章。"),
}
