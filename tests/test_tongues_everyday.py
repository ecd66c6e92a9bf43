"""Everyday papers in other languages: chats, quoted mail, diaries, logs, programmes, lists."""

from pathlib import Path

import pytest
from conftest import document
from test_tongues import summary

from timeline.build import build
from timeline.extract import extract
from timeline.model import Status
from timeline.options import Options
from timeline.timex import tag

_CHAT = """\
08.05.31, 14:31 - Jan: Der Damm ist gebrochen
08.05.31, 14:33 - Eva: Wir haben gestern das Haus geräumt.
08.05.31, 14:36 - Eva: Ist die Brücke gesperrt worden?
08.05.31, 14:40 - Jan: Am Freitag kommt der Bürgermeister.
09.05.31, 09:12 - Eva: Gestern erst um 20:15 angekommen
09.05.31, 09:20 - Jan: Bin krank, komme heute nicht
"""

_CHAT_IT = """\
[03/02/31, 21:11:12] Sara: L'ambulanza è arrivata alle 20:40
[03/02/31, 21:16:01] Sara: All'ospedale di Lund
[10/02/31, 17:30:00] Sara: La dimettono venerdì
[14/02/31, 12:00:10] Dino: Abbiamo chiuso la casa
"""

_CHAT_FR = """\
12/05/2031 08:20 - Paul: Bonjour
12/05/2031 08:21 - Paul: Le technicien passe demain matin à 10h
12/05/2031 08:25 - Marie: Merci
"""

_MAIL = """\
Hallo Gino,

gestern ist der Damm gebrochen.

Am 1. Mai 2031 um 09:00 schrieb Gino Roth <gino@example.org>:
> Am Montag haben wir die Pumpen geprüft.
>
> Am 24.04.2031 um 17:20 schrieb Anna Falk:
>> Gestern wurden die Pumpen bestellt.

Heute regnet es.
"""

_MAIL_BELOW = """\
Merci, les pompes ont été commandées hier.

De : Gino Roux
Envoyé : mercredi 23 avril 2031 17:20
À : Anna Falk
Objet : Digue

Mardi, les pompes ont été contrôlées. La digue a été fermée hier.
"""

_DIARY = """\
3. März 2031
Es regnete den ganzen Tag.

5. März 2031
Gestern haben wir die Mühle besichtigt. Um 18 Uhr fiel der Strom aus. Morgen fahren wir nach Lund zurück.
"""

_DIARY_FR = """\
3 mars 1915. — Le capitaine Roux a été tué hier.
4 mars. — Repos à Lund. Il neige.
7 mars. — Bombardement toute la journée, douze blessés.
"""

_DIARY_PT = """\
Terça-feira, 4 de junho de 2013
Visitámos o museu.

Quinta-feira, 6 de junho de 2013
Ontem o Pedro partiu o braço.
"""

_LOG = """\
Einsatzprotokoll 17. Februar 2031
22.14 Uhr: Notruf eingegangen
23:55 Feuer unter Kontrolle
00:30 Dach eingestürzt
01:15 Entwarnung
"""

_PROGRAMME = """\
Ordre du jour

Jeudi 8 mai 2031
9h00 - Ouverture par le maire
10h30 - 11h15 : Présentation du projet
14:00 Visite de la digue
"""

_PROGRAMME_ES = """\
PROGRAMA DE FIESTAS

Viernes 8 de agosto de 2031
20:00 h. Pregón a cargo de Eva Falk

Sábado 9 de agosto de 2031
12:00 h. Misa mayor
10.05-12.05: Exposición
"""

_PROGRAMME_IT = """\
Venerdì 6 giugno 2031
ore 9.00 Apertura dei lavori
ore 10.30 - Relazione del sindaco
"""

_LIST = """\
Chronik der Feuerwehr Torvik

1887 Gründung der Freiwilligen Feuerwehr
14.06.1944 Bombenangriff, drei Feuerwehrleute sterben
1956 Das neue Gerätehaus wird eingeweiht
1987 Hundertjahrfeier
Mai 2003 Hochwasser, 40 Einsätze in einer Woche
2011 Frauen werden aufgenommen
"""

_LIST_IT = """\
Cronologia

1992: Apre il secondo stabilimento.
3 maggio 2001: Un incendio distrugge il magazzino.
giugno 2004: La sede viene trasferita a Torvik.
"""

_TABLE = """\
| Jahr | Ereignis |
|------|----------|
| 1887 | Gründung des Vereins |
| 1945 | Das Vereinsheim wird zerstört |
"""

_JUDGMENT = """\
SENTENCIA 112/2031
En Torvik, a 14 de marzo de 2031

El acusado, Luis Brenn, entró el 5 de agosto de 2029, sobre las 3 horas, en la casa. El reloj fue recuperado el 20 de agosto. El juicio se celebró el 1 de marzo de 2031.
"""

_NEWS = """\
La policía detuvo este jueves a dos hombres acusados de robar un banco en 2030. El reloj fue recuperado el 20 de abril.
"""

_MINUTES = """\
Protokoll der Sitzung vom 12. Mai 2031

TOP 1: Der Haushalt wurde genehmigt.
TOP 2: Frau Falk berichtete, dass der Damm am 3. Mai gebrochen ist.
"""

_CAPTIONS = """\
Abb. 1: Einweihung der Brücke am 4. Juli 1909. Foto: Stadtarchiv.
Abb. 2: Der Bürgermeister eröffnet das Schwimmbad, 1962.
"""

ROWS = [
    pytest.param(
        "de",
        None,
        _CHAT,
        [
            "2031-05-08T14:31:00 happened brechen | Der Damm ist gebrochen | Jan",
            "2031-05-07 happened raumen | Eva: Wir haben das Haus geräumt | Eva",
            "2031-05-09 planned kommen | Der Bürgermeister kommt | Jan",
            "2031-05-08T20:15:00 happened  | Gestern angekommen | Eva",
        ],
        id="chat",
    ),
    pytest.param(
        "it",
        None,
        _CHAT_IT,
        [
            "2031-02-03T20:40:00 happened visit | L'ambulanza è arrivata | Sara",
            "2031-02-14 planned  | La dimettono | Sara",
            "2031-02-14T12:00:10 happened close | Dino: Abbiamo chiuso la casa | Dino",
        ],
        id="chat_it",
    ),
    pytest.param(
        "fr",
        None,
        _CHAT_FR,
        [
            "2031-05-13T10:00:00 planned passer | Le technicien passe | Paul",
        ],
        id="chat_fr",
    ),
    pytest.param(
        "de",
        "2031-05-05",
        _MAIL,
        [
            "2031-05-04 happened brechen | Der Damm ist gebrochen",
            "2031-04-28 happened prufen | Gino Roth: Wir haben die Pumpen geprüft | Gino Roth",
            "2031-04-23 happened bestellen | Die Pumpen wurden bestellt",
            "2031-05-05 happened regnen | Es regnet",
        ],
        id="mail",
    ),
    pytest.param(
        "fr",
        "2031-05-05",
        _MAIL_BELOW,
        [
            "2031-05-04 happened commander | Merci, les pompes ont été commandées",
            "2031-04-22 happened controler | Les pompes ont été contrôlées",
            "2031-04-22 happened close | La digue a été fermée",
        ],
        id="mail_below",
    ),
    pytest.param(
        "de",
        None,
        _DIARY,
        [
            "2031-03-03 happened regnen | Es regnete den ganzen Tag",
            "2031-03-04 happened besichtigen | Wir haben die Mühle besichtigt",
            "2031-03-05T18:00:00 happened fail | Der Strom fiel aus",
            "2031-03-06 planned zuruckfahren | Wir fahren nach Lund zurück",
        ],
        id="diary",
    ),
    pytest.param(
        "fr",
        None,
        _DIARY_FR,
        [
            "1915-03-02 happened kill | Le capitaine Roux a été tué",
            "1915-03-04 happened  | Repos à Lund",
            "1915-03-04 happened neiger | Il neige",
            "1915-03-07 happened attack | Bombardement toute la journée, douze blessés",
        ],
        id="diary_fr",
    ),
    pytest.param(
        "pt",
        None,
        _DIARY_PT,
        [
            "2013-06-04 happened  | Visitámos o museu",
            "2013-06-05 happened depart | O Pedro partiu o braço",
        ],
        id="diary_pt",
    ),
    pytest.param(
        "de",
        None,
        _LOG,
        [
            "2031-02-17T22:14:00 happened  | Notruf eingegangen",
            "2031-02-17T23:55:00 happened burn | Feuer unter Kontrolle",
            "2031-02-18T00:30:00 happened  | Dach eingestürzt",
            "2031-02-18T01:15:00 happened  | Entwarnung",
        ],
        id="log",
    ),
    pytest.param(
        "fr",
        None,
        _PROGRAMME,
        [
            "2031-05-08T09:00:00 happened open | Ouverture par le maire",
            "2031-05-08T10:30:00 happened launch | Présentation du projet",
            "2031-05-08T14:00:00 happened visit | Visite de la digue",
        ],
        id="programme",
    ),
    pytest.param(
        "es",
        None,
        _PROGRAMME_ES,
        [
            "2031-08-08T20:00:00 happened  | Pregón a cargo de Eva Falk",
            "2031-08-09T12:00:00 happened  | Misa mayor",
        ],
        id="programme_es",
    ),
    pytest.param(
        "it",
        None,
        _PROGRAMME_IT,
        [
            "2031-06-06T09:00:00 happened open | Apertura dei lavori",
            "2031-06-06T10:30:00 happened  | Relazione del sindaco",
        ],
        id="programme_it",
    ),
    pytest.param(
        "de",
        None,
        _LIST,
        [
            "1887 happened launch | Gründung der Freiwilligen Feuerwehr",
            "1944-06-14 happened die | Bombenangriff, drei Feuerwehrleute sterben",
            "1956 happened einweihen | Das neue Gerätehaus wird eingeweiht",
            "1987 happened  | Hundertjahrfeier",
            "2003-05 happened flood | Hochwasser, 40 Einsätze in einer Woche",
            "2011 happened aufnehmen | Frauen werden aufgenommen",
        ],
        id="list",
    ),
    pytest.param(
        "it",
        None,
        _LIST_IT,
        [
            "1992 happened  | Apre il secondo stabilimento",
            "2001-05-03 happened destroy | Un incendio distrugge il magazzino",
            "2004-06 happened trasferir | La sede viene trasferita a Torvik",
        ],
        id="list_it",
    ),
    pytest.param(
        "de",
        None,
        _TABLE,
        [
            "1887 happened launch | Gründung des Vereins",
            "1945 happened destroy | Das Vereinsheim wird zerstört",
        ],
        id="table",
    ),
    pytest.param(
        "es",
        "2031-03-14",
        _JUDGMENT,
        [
            "2029-08-05T03:00:00 happened entrar | El acusado, Luis Brenn, entró en la casa",
            "2029-08-20 happened retake | El reloj fue recuperado",
            "2031-03-01 happened celebrar | El juicio se celebró",
        ],
        id="judgment",
    ),
    pytest.param(
        "es",
        "2031-05-08",
        _NEWS,
        [
            "2031-05-08 happened arrest | La policía detuvo a dos hombres acusados de robar un banco en 2030",
            "2031-04-20 happened retake | El reloj fue recuperado",
        ],
        id="news",
    ),
    pytest.param(
        "de",
        "2031-05-12",
        _MINUTES,
        [
            "2031-05-12 happened pass | Der Haushalt wurde genehmigt",
            "2031-05-03 happened brechen | Der Damm ist gebrochen | Frau Falk",
        ],
        id="minutes",
    ),
    pytest.param(
        "de",
        None,
        _CAPTIONS,
        [
            "1909-07-04 happened  | Einweihung der Brücke",
            "1962 happened open | Der Bürgermeister eröffnet das Schwimmbad",
        ],
        id="captions",
    ),
]


@pytest.mark.parametrize(("language", "day", "text", "expected"), ROWS)
def test_papers(language: str, day: str | None, text: str, expected: list[str]) -> None:
    page = document(text, day, language=language, dct_basis="header" if day else None)

    told = [summary(mention) for mention in extract(page, tag(page).timexes)[0]]

    assert told == expected


_CHRONOLOGY = """\
Cronologia do caso

- 12/03/2031 - A empresa recebe a primeira denúncia.
- 15/03/2031 - O ministério abre um inquérito.
- 2/04/2031 - A polícia faz buscas na sede.
"""

_FRENCH_DIARY = """\
Lundi 5 mai 2031

Nous avons quitté Lund à l'aube.

Mardi 6 mai

J'ai rencontré le maire. La digue a cédé à 17 h. Demain nous partons pour Torvik.
"""

_REPORT = "Torvik, 5 mai 2031\n\nLa digue de Lund a cédé lundi, selon la police.\n"


def test_a_guess_at_the_day_plans_nothing(tmp_path: Path) -> None:
    (tmp_path / "chrono.txt").write_text(_CHRONOLOGY, encoding="utf-8")
    (tmp_path / "report.txt").write_text(_REPORT, encoding="utf-8")

    found = build([str(tmp_path)], Options()).events

    told = [
        record.event for record in found if record.event.headline[:2] in ("A ", "O ")
    ]
    assert [event.time.edtf for event in told] == [
        "2031-03-12",
        "2031-03-15",
        "2031-04-02",
    ]
    assert {event.status for event in told} == {Status.HAPPENED}


def test_a_diary_speaks_from_each_of_its_days(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text(_FRENCH_DIARY, encoding="utf-8")

    found = build([str(tmp_path)], Options())

    assert found.documents[0].dct is None
    assert [(e.event.time.edtf, e.event.status, e.event.headline) for e in found.events] == [
        ("2031-05-05", Status.HAPPENED, "Nous avons quitté Lund à l'aube"),
        ("2031-05-06", Status.HAPPENED, "J'ai rencontré le maire"),
        ("2031-05-06T17:00:00", Status.HAPPENED, "La digue a cédé"),
        ("2031-05-07", Status.PLANNED, "Nous partons pour Torvik"),
    ]  # fmt: skip


_OLD_DIARY = """\
12 luglio 1916
Siamo arrivati a Lund.

13 luglio
Ieri il tenente Brenn è stato ferito.
"""


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        (_OLD_DIARY, "it", ["1916-07-12", "1916-07-12"]),
        (_DIARY_FR, "fr", ["1915-03-02", "1915-03-04", "1915-03-04", "1915-03-07"]),
    ],
)
def test_days_of_a_diary_are_of_the_year_of_its_first(
    text: str, language: str, days: list[str]
) -> None:
    page = document(text, "2031-05-08", language=language, dct_basis="inferred")

    told = extract(page, tag(page).timexes)[0]

    assert [mention.time.edtf for mention in told] == days


def test_a_letter_with_a_later_date_is_no_diary(tmp_path: Path) -> None:
    letter = "Lund, 5 mai 2031\n\nMadame,\n\nla digue a cédé hier. Le maire vient le 6 mai.\n"
    (tmp_path / "letter.txt").write_text(letter, encoding="utf-8")

    (record,) = build([str(tmp_path)], Options()).documents

    assert record.dct is not None
    assert record.dct.edtf == "2031-05-05"
