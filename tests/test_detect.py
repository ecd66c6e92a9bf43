"""Languages: told by function words and scripts, English where there is little to go by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.lang import detect

TEXTS = [
    ("en", "The harbour board said on Friday that the gate would be closed for a week."),
    ("es", "La junta del puerto dijo el viernes que la compuerta no se abrirá en una semana."),
    ("fr", "Le conseil du port a dit vendredi que la porte ne sera pas ouverte avant une semaine."),
    ("it", "Il consiglio del porto ha detto venerdì che la paratoia non sarà aperta per una settimana."),
    ("pt", "O conselho do porto disse na sexta-feira que a comporta não será aberta durante uma semana."),
    ("ca", "El consell del port va dir divendres que la comporta no s'obrirà fins d'aquí a una setmana, però també que els veïns són fora."),
    ("de", "Der Hafenrat sagte am Freitag, dass das Tor eine Woche lang nicht geöffnet wird."),
    ("nl", "De havenraad zei vrijdag dat de sluis een week lang niet open zal gaan, maar dat het water niet stijgt."),
    ("sv", "Hamnstyrelsen sade i fredags att porten inte ska öppnas på en vecka, men att vattnet är lugnt."),
    ("da", "Havnerådet sagde fredag, at porten ikke bliver åbnet i en uge, men at vandet er roligt og at der ikke er noget at frygte af det."),
    ("nb", "Havnestyret sa fredag at porten ikke blir åpnet på en uke, men at vannet er rolig og at noen av dem ble hjemme."),
    ("fi", "Satamalautakunta sanoi perjantaina, että portti ei aukea viikkoon, mutta vesi on jo tyyni ja se on hyvä."),
    ("pl", "Rada portu powiedziała w piątek, że brama nie będzie otwarta przez tydzień, ale woda jest spokojna."),
    ("cs", "Rada přístavu v pátek řekla, že brána se týden neotevře, ale voda je klidná a lidé jsou doma."),
    ("sk", "Rada prístavu v piatok povedala, že brána sa týždeň neotvorí, ale voda je pokojná a ľudia sú doma, keď prší."),
    ("hu", "A kikötői tanács azt mondta pénteken, hogy a kapu egy hétig nem nyílik ki, de a víz már nyugodt, és ez jó."),
    ("ro", "Consiliul portului a spus vineri că poarta nu va fi deschisă o săptămână, dar apa este liniștită și oamenii sunt acasă."),
    ("hr", "Lučko vijeće reklo je u petak da se vrata neće otvoriti tjedan dana, ali da je voda mirna i da su ljudi kod kuće."),
    ("sl", "Pristaniški svet je v petek dejal, da se vrata teden dni ne bodo odprla, vendar je voda mirna in so ljudje doma."),
    ("tr", "Liman kurulu cuma günü kapının bir hafta açılmayacağını, ancak suyun çok sakin olduğunu ve bu durumun iyi olduğunu söyledi, dedi."),
    ("et", "Sadamanõukogu ütles reedel, et värav ei avane nädal aega, aga vesi on juba rahulik ja see on hea."),
    ("lv", "Ostas padome piektdien sacīja, ka vārti netiks atvērti nedēļu, bet ūdens jau ir mierīgs un tas ir labi."),
    ("lt", "Uosto taryba penktadienį sakė, kad vartai nebus atidaryti savaitę, bet vanduo jau yra ramus ir tai gerai."),
    ("ru", "Совет порта в пятницу сообщил, что ворота не откроют ещё неделю, но вода уже спокойна."),
    ("uk", "Рада порту в п'ятницю повідомила, що ворота не відчинять ще тиждень, але вода вже спокійна."),
    ("bg", "Съветът на пристанището каза в петък, че вратата няма да се отвори една седмица, но водата е спокойна."),
    ("sr", "Лучки савет је у петак рекао да се врата неће отворити недељу дана, али да је вода мирна."),
    ("el", "Το συμβούλιο του λιμανιού είπε την Παρασκευή ότι η πύλη δεν θα ανοίξει."),
    ("ar", "قال مجلس الميناء يوم الجمعة إن البوابة لن تفتح قبل أسبوع."),
    ("fa", "شورای بندر روز جمعه گفت که دروازه تا یک هفته باز نخواهد شد و این خوب است."),
    ("he", "מועצת הנמל אמרה ביום שישי כי השער לא ייפתח במשך שבוע."),
    ("zh", "港口委员会星期五表示,闸门一周内不会打开。"),
    ("ja", "港湾委員会は金曜日、門は一週間開かないと述べた。"),
    ("ko", "항만 위원회는 금요일에 문이 일주일 동안 열리지 않을 것이라고 말했다."),
    ("ka", "ნავსადგურის საბჭომ პარასკევს თქვა, რომ კარიბჭე არ გაიღება."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), TEXTS, ids=[code for code, _ in TEXTS])
def test_detects(code: str, text: str) -> None:
    assert detect.detect(text) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A bomb hidden in a van exploded on Monday."),
        ("sv", "Två män greps i Lund på måndagen."),
        ("de", "Zwei Frauen am Montag in Sarn vermisst."),
    ],
)
def test_a_weekday_tells(code: str, text: str) -> None:
    assert detect.detect(text) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("it", "1987: Nasce la cooperativa a Lund.\n3 maggio 2001: Brucia il magazzino.\n2011: Chiude la fabbrica."),
        ("fr", "| Date | Fait |\n| 3 mai 2031 | La digue cède près de Lund |\n| juin 2031 | Début des travaux |"),
        ("es", "1995 Fundación de la asociación\n1998 Traslado a Lund\n2003 Construcción del pabellón"),
        ("pt", "1995 Fundação da associação\n1998 Mudança para Lund\n2003 Construção do pavilhão"),
        ("de", "1995 Gründung des Vereins\n1998 Umzug nach Lund\n2003 Bau der Halle"),
        ("en", "3 May 2031 Dam breaks near Lund\n4 May 2031 Village cleared"),
        ("en", "2031-05-03 Station opened\n2031-05-04 Payment received\n2031-05-05 Department moved"),
        ("en", "Anna Zeitung, Bo Freiheit, Cy Hoffnung"),  # endings alone tell nothing
    ],
)  # fmt: skip
def test_lists_are_told_by_months_and_endings(code: str, text: str) -> None:
    assert detect.detect(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n",
        "12:30 – 4.5",
        "P-18 | 2031-05-03T14:02:11Z | high\nP-19 | 2031-05-03T14:04:55Z | low\nP-20 | 2031-05-03T15:00:02Z | low",
        "Larkfield",
        "Ann Lee, Bo Marsh, Cy Dunn",
        "Puerto de la Luz",  # two words of Spanish in a name
        "Tide gate, quay, harbour wall",
        "2031-05-03 00:05 EST ALARM gate\n2031-05-03 00:15 EST CALLED Orr\n2031-05-03 00:21 EST SHUT gate",
        "EKG nl, c/o pain. D/c home. Pt d/c by MD, c/w note",
        "| A | Deed | MER-01 |\n| B | Lease | MER-02 |\n| C | Map | MER-03 |\n| D | Will | MER-04 |",
        "qwertz uiop asdfg hjkl yxcvb nmqw ertz",
    ],
)
def test_thin_evidence_is_english(text: str) -> None:
    assert detect.detect(text) == "en"


def test_thin_evidence_in_another_script_is_not_english() -> None:
    assert detect.detect("Ларкфилд") == "ru"


def test_names_of_another_language_do_not_count_for_much() -> None:
    text = "Møller and Žižka told the board that Þórður was in Malmö with the mayor."

    assert detect.detect(text) == "en"


def test_only_the_beginning_is_looked_at() -> None:
    english, french = TEXTS[0][1] + " ", TEXTS[2][1] + " "

    assert detect.detect(english * 60 + french * 600) == "en"


def test_every_code_page_is_known_to_python() -> None:
    for page in detect.all_code_pages():
        assert "a".encode(page) == b"a"


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    code = detect.detect(text)

    assert 2 <= len(code) <= 3
    assert detect.detect(text) == code
