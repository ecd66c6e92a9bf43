"""Whole texts in other languages: chronicles, diaries, judgments, histories, news."""

import pytest
from test_tongues import told

_CHRONICLE = """\
Chronik der Ereignisse

3. Mai 2021: Brand im Werk Torvik, zwei Verletzte.
5. Mai 2021: Die Staatsanwaltschaft nimmt Ermittlungen auf.
12. Mai 2021 – Durchsuchung der Firmenzentrale
Juni 2021: Rücktritt des Werksleiters
14. Januar 2022: Anklage gegen drei Mitarbeiter
"""

_CHRONOLOGY = """\
Cronología

- 3 de mayo de 2021: incendio en la fábrica de Torvik; dos heridos.
- 5 de mayo de 2021: la fiscalía abre una investigación.
- Junio de 2021: dimite el director de la planta.

2022

14 de enero – Acusación contra tres empleados
2 de febrero – Comienza el juicio
"""

_DIARY = """\
Journal

Lundi 3 mai 2021
Arrivée à Torvik sous la pluie. Rencontré le maire, qui ne sait rien.

Mardi 4 mai 2021
Visite de l'usine. Le directeur a refusé de parler.

Jeudi 6 mai 2021
Départ pour Lund à l'aube.
"""

_JUDGMENT = """\
TRIBUNAL JUDICIAIRE DE TORVIK
Jugement du 3 mai 2021

Faits et procédure

Par contrat du 12 janvier 2018, Mme Lind a acheté un véhicule à la société Norda. Le véhicule lui a été livré le 2 février 2018. Le 14 mars 2018, une panne l'a immobilisé. Par lettre du 20 mars 2018, l'acheteuse a demandé la résolution de la vente, que la société a refusée le 4 avril 2018. Elle l'a assignée le 6 juin 2018. L'expert, désigné par ordonnance du 5 septembre 2018, a déposé son rapport le 30 novembre 2019. La société soutient que la panne est due à un mauvais entretien. L'audience s'est tenue le 15 avril 2021 et l'affaire a été mise en délibéré au 3 mai 2021.
"""

_HISTORY = """\
Historia de Torvik

La ciudad de Torvik fue fundada en 1214 por monjes que habían llegado del norte. En 1348 la peste mató a la mitad de sus habitantes. Los suecos la sitiaron en 1521 y la tomaron dos años más tarde. Un incendio, que comenzó el 3 de junio de 1676 en una panadería, destruyó trescientas casas. La catedral, reconstruida en 1702, perdió su torre en 1851 a causa de un rayo.

En 1890 llegó el ferrocarril. Durante la guerra civil la ciudad cambió dos veces de manos: los rebeldes la ocuparon en marzo de 1919 y fueron expulsados en agosto de 1920. Tras la firma del tratado el 2 de febrero de 1921, Torvik pasó a ser la capital. El rey, coronado allí en 1925, murió exiliado en 1940. Desde 1962 la ciudad tiene universidad. En el año 2000 se inauguró el nuevo puerto, cuya construcción había empezado ocho años antes.
"""


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "de",
            _CHRONICLE,
            [
                "2021-05-03 happened burn | Brand im Werk Torvik, zwei Verletzte",
                "2021-05-05 happened aufnehmen | Die Staatsanwaltschaft nimmt Ermittlungen auf",
                "2021-05-12 happened investigate | Durchsuchung der Firmenzentrale",
                "2021-06 happened resign | Rücktritt des Werksleiters",
                "2022-01-14 happened charge | Anklage gegen drei Mitarbeiter",
            ],
            id="chronicle",
        ),
        pytest.param(
            "es",
            _CHRONOLOGY,
            [
                "2021-05-03 happened burn | Incendio en la fábrica de Torvik; dos heridos",
                "2021-05-05 happened open | La fiscalía abre una investigación",
                "2021-06 happened resign | Dimite el director de la planta",
                "2022-01-14 happened accuse | Acusación contra tres empleados",
                "2022-02-02 happened  | Comienza el juicio",
            ],
            id="chronology",
        ),
        pytest.param(
            "fr",
            _DIARY,
            [
                "2021-05-03 happened visit | Arrivée à Torvik sous la pluie",
                "2021-05-03 happened  | Rencontré le maire, qui ne sait rien",
                "2021-05-04 happened visit | Visite de l'usine",
                "2021-05-04 happened reject | Le directeur a refusé de parler",
                "2021-05-06 happened depart | Départ pour Lund à l'aube",
            ],
            id="diary",
        ),
        pytest.param(
            "fr",
            _JUDGMENT,
            [
                "2018-01-12 happened buy | Par contrat du 12 janvier 2018, Mme Lind a acheté un véhicule à la société Norda",
                "2018-02-02 happened deliver | Le véhicule lui a été livré",
                "2018-03-14 happened immobilis | Une panne l'a immobilisé",
                "2018-03-20 happened ask | Par lettre du 20 mars 2018, l'acheteuse a demandé la résolution de la vente",
                "2018-04-04 happened reject | La résolution de la vente, que la société a refusée",
                "2018-06-06 happened assigne | Elle l'a assignée",
                "2019-11-30 happened deposer | L'expert, désigné par ordonnance du 5 septembre 2018, a déposé son rapport",
                "2021-04-15 happened tenir | L'audience s'est tenue",
                "2021-05-03 happened mettr | L'affaire a été mise en délibéré",
            ],
            id="judgment",
        ),
        pytest.param(
            "es",
            _HISTORY,
            [
                "1214 happened launch | La ciudad de Torvik fue fundada por monjes que habían llegado del norte",
                "1348 happened kill | La peste mató a la mitad de sus habitantes",
                "1521 happened sitiar | Los suecos la sitiaron",
                "1523 happened seize | Los suecos la tomaron",
                "1676-06-03 happened launch | Un incendio comenzó en una panadería",
                "1702 happened reconstruir | La catedral fue reconstruida",
                "1851 happened lose | La catedral perdió su torre a causa de un rayo",
                "1890 happened visit | Llegó el ferrocarril",
                "1919-03 happened seize | Los rebeldes la ocuparon",
                "1920-08 happened sanction | Los rebeldes fueron expulsados",
                "1921-02-02 happened sign | La firma del tratado",
                "1925 happened coronar | El rey fue coronado allí",
                "1940 happened die | El rey murió exiliado",
                "2000 happened open | Se inauguró el nuevo puerto, cuya construcción había empezado ocho años antes",
            ],
            id="history",
        ),
    ],
)
def test_whole_texts(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language) == expected
