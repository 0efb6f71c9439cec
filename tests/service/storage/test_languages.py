"""Full-text search finds what was written, in whatever language, form and case it was written."""

import time
import unicodedata
from itertools import cycle
from pathlib import Path
from typing import Literal

import pytest
from sqlalchemy import create_engine, text
from tests.support.service.api import Api

from openai_assistants_service.search.chunking import chunks, count
from openai_assistants_service.storage.migrate import migrate
from openai_assistants_service.storage.terms import index_terms, query_terms

from ..test_vector_stores import ready

Form = Literal["NFC", "NFD"]

# For each language a text about opening hours, one about a river, one about a holiday, and a
# question about each.
LANGUAGES = {
    "chinese": (
        ("图书馆每天早上九点开门,晚上八点关门。", "图书馆几点开门?"),
        ("长江是亚洲最长的河流,流经上海。", "亚洲最长的河流是哪一条?"),
        ("春节期间办公室放假七天。", "春节放假几天?"),
    ),
    "japanese": (
        ("図書館は毎日午前九時に開館し、午後八時に閉館します。", "図書館は何時に開館しますか?"),
        ("信濃川は日本で一番長い川です。", "日本で一番長い川はどれですか?"),
        ("有給休暇は年に二十日あります。", "有給休暇は何日ですか?"),
    ),
    "korean": (
        ("도서관은 매일 아침 아홉 시에 문을 엽니다.", "도서관 여는 시간은 언제입니까?"),
        ("낙동강은 남한에서 가장 긴 강이다.", "남한에서 가장 긴 강은 무엇입니까?"),
        ("연차 휴가는 일 년에 십오 일입니다.", "연차 휴가가 며칠입니까?"),
    ),
    "thai": (
        ("ห้องสมุดเปิดทุกวันเวลาเก้าโมงเช้า", "ห้องสมุดเปิดกี่โมง"),
        ("แม่น้ำเจ้าพระยาไหลผ่านกรุงเทพมหานคร", "แม่น้ำอะไรไหลผ่านกรุงเทพ"),
        ("พนักงานมีวันหยุดพักร้อนสิบวันต่อปี", "วันหยุดพักร้อนมีกี่วัน"),
    ),
    "arabic": (
        ("تفتح المكتبة أبوابها في الساعة التاسعة صباحا.", "متى تفتح المكتبة؟"),
        ("نهر النيل هو أطول نهر في أفريقيا.", "ما هو أطول نهر في أفريقيا؟"),
        ("يحصل الموظفون على عشرين يوما إجازة سنوية.", "كم يوما إجازة سنوية؟"),
    ),
    "hebrew": (
        ("הספרייה נפתחת כל יום בשעה תשע בבוקר.", "מתי הספרייה נפתחת?"),
        ("הירדן הוא הנהר הארוך ביותר בישראל.", "מהו הנהר הארוך ביותר?"),
        ("העובדים מקבלים שנים עשר ימי חופשה בשנה.", "כמה ימי חופשה בשנה?"),
    ),
    "hindi": (
        ("पुस्तकालय हर दिन सुबह नौ बजे खुलता है।", "पुस्तकालय कितने बजे खुलता है?"),
        ("गंगा भारत की सबसे लंबी नदी है।", "भारत की सबसे लंबी नदी कौन सी है?"),
        ("कर्मचारियों को साल में बीस दिन का अवकाश मिलता है।", "अवकाश कितने दिन का है?"),
    ),
    "russian": (
        (
            "Библиотека открывается каждый день в девять часов утра.",
            "Когда открывается библиотека?",
        ),
        ("Волга — самая длинная река в Европе.", "Какая самая длинная река в Европе?"),
        ("Ежегодный отпуск составляет двадцать восемь дней.", "Сколько дней составляет отпуск?"),
    ),
    "greek": (
        ("Η βιβλιοθήκη ανοίγει κάθε μέρα στις εννέα.", "ΠΟΤΕ ΑΝΟΙΓΕΙ Η ΒΙΒΛΙΟΘΗΚΗ;"),
        ("Ο Αλιάκμονας είναι ο μεγαλύτερος ποταμός της Ελλάδας.", "μεγαλυτερος ποταμος"),
        ("Η ετήσια άδεια είναι είκοσι ημέρες.", "Πόσες ημέρες είναι η άδεια;"),
    ),
    "french": (
        (
            "La bibliothèque ouvre chaque jour à neuf heures.",
            "A quelle heure ouvre la BIBLIOTHEQUE?",
        ),
        ("La Loire est le plus long fleuve de France.", "Quel est le plus long fleuve ?"),
        ("Les congés payés durent vingt-cinq jours.", "conges payes"),
    ),
    "german": (
        ("Die Bücherei öffnet täglich um neun Uhr.", "Wann öffnet die Bücherei?"),
        ("Der Rhein ist der längste Fluß in Deutschland.", "Welcher Fluss ist der längste?"),
        ("Der Urlaub beträgt dreißig Tage im Jahr.", "Wie viele TAGE Urlaub im JAHR?"),
    ),
    "vietnamese": (
        ("Thư viện mở cửa lúc chín giờ sáng mỗi ngày.", "Thư viện mở cửa lúc mấy giờ?"),
        ("Sông Mê Kông dài nhất Đông Nam Á.", "Sông nào dài nhất Đông Nam Á?"),
        ("Nhân viên được nghỉ phép mười hai ngày mỗi năm.", "Nghỉ phép mấy ngày?"),
    ),
}


@pytest.fixture(scope="module")
def store(v2: Api) -> str:
    """A store with the texts of all languages, in both canonical forms of Unicode."""
    forms: tuple[Form, Form] = ("NFC", "NFD")
    ids = [
        v2.upload(f"{language}-{number}.txt", unicodedata.normalize(form, said).encode())["id"]
        for form, (language, pairs) in zip(cycle(forms), LANGUAGES.items(), strict=False)
        for number, (said, _) in enumerate(pairs)
    ]
    path = f"/vector_stores/{v2.post('/vector_stores')['id']}"
    v2.post(f"{path}/file_batches", file_ids=ids)
    ready(v2, path)
    return path


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_finds_the_right_file(v2: Api, store: str, language: str, form: Form) -> None:
    for number, (said, asked) in enumerate(LANGUAGES[language]):
        query = unicodedata.normalize(form, asked)
        found = v2.post(f"{store}/search", query=query)["data"]
        assert [one["filename"] for one in found[:1]] == [f"{language}-{number}.txt"]
        assert 0 < found[0]["score"] <= 1
        text_found = found[0]["content"][0]["text"]
        assert unicodedata.normalize("NFC", text_found)[:10] == said[:10]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("東京タワー", "トウキョウ 東京"),
        ("ﾄｳｷｮｳ", "トウキョウ"),
        ("ＡＢＣ１２３", "abc123"),
        ("Straße", "STRASSE"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("İstanbul", "istanbul"),
        ("ﬁnal", "final"),
        ("كِتَاب", "كتاب"),
        ("水道水", "水"),
        ("北京", "京"),
        ("résumé", "re\u0301sume\u0301"),
        ("Ёлка", "елка"),
        ("iPhone發表會", "iphone"),
        ("第3章", "3"),
        ("पुस्तकालयों", "पुस्तकालयों"),
    ],
)
def test_forms_that_mean_the_same(written: str, asked: str) -> None:
    indexed = index_terms(written).split()
    assert any(
        any(term.startswith(one.removesuffix("*")) for term in indexed)
        if one.endswith("*")
        else one in indexed
        for one in query_terms(asked)
    ), (indexed, query_terms(asked))


@pytest.mark.parametrize(("written", "asked"), [("北京", "东京"), ("水道", "水星"), ("कल", "काल")])
def test_forms_that_do_not(written: str, asked: str) -> None:
    assert not set(index_terms(written).split()) & set(query_terms(asked))


def test_terms_are_made_in_time_that_grows_with_the_text() -> None:
    start = time.process_time()
    for said in (
        "水" * 300_000,
        "ab " * 100_000,
        "a\u0301" * 150_000,
        "का" * 150_000,
        "a" * 300_000,
    ):
        index_terms(said)
    assert time.process_time() - start < 5


@pytest.mark.sqlite
def test_what_an_older_version_indexed_is_found(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 's.db'}")
    with engine.begin() as connection:
        migrate(connection, "0006")
        for statement in (
            "INSERT INTO vector_stores (id, created_at) VALUES ('vs', 1)",
            "INSERT INTO files (id, created_at, filename, purpose, bytes, status)"
            " VALUES ('file', 1, 'a', 'b', 1, 'c')",
            "INSERT INTO vector_store_files (seq, vector_store_id, file_id, created_at, status,"
            " usage_bytes) VALUES (1, 'vs', 'file', 1, 'completed', 1)",
            "INSERT INTO chunks (seq, store_file, position, text) VALUES (5, 1, 0, '東京は首都')",
        ):
            connection.execute(text(statement))
        migrate(connection)
        query = text("SELECT rowid FROM chunk_index WHERE chunk_index MATCH :query")
        assert connection.execute(query, {"query": '"首都"'}).fetchall() == [(5,)]
        connection.execute(text("DELETE FROM chunks"))
        assert connection.execute(query, {"query": '"首都"'}).fetchall() == []
    engine.dispose()


def test_chunks_of_texts_without_spaces() -> None:
    said = "东京是日本的首都。" * 300
    assert count(said) == len(said)
    pieces = list(chunks(said, 800, 400))
    assert {len(piece) for piece in pieces[:-1]} == {800}
    assert pieces[0] + "".join(piece[400:] for piece in pieces[1:]) == said
