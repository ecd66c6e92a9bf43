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

_LIFE = """\
Vida

Ana Lind nació en Lund el 4 de mayo de 1912, hija de un herrero. En 1930 se trasladó a Torvik para estudiar medicina y se licenció en 1936. Durante la guerra trabajó en un hospital de campaña. Se casó con Karl Brenn en 1941; el matrimonio se separó diez años después. En 1953 ganó la cátedra de anatomía, que conservó hasta su jubilación en 1977. Publicó su primera novela en 1960 y la última en 1985. Recibió el premio Norda en 1971. Murió en Torvik el 2 de enero de 1990, a los 77 años. En 2012 el ayuntamiento le dedicó una calle.
"""

_LIFE_OF_HIM = """\
Karl Brenn wurde am 4. Mai 1912 in Lund geboren. Er studierte von 1930 bis 1936 in Torvik. 1941 heiratete er Ana Lind, von der er sich 1951 scheiden ließ. Im Jahr 1953 wurde er Professor. Brenn veröffentlichte 1960 seinen ersten Roman. Am 2. Januar 1990 starb er in Torvik.
"""

_LIFE_OF_HER = """\
Anne Lind naît à Lund le 4 mai 1912. En 1930, elle s'installe à Torvik. Elle épouse Karl Brenn en 1941. Le couple divorce en 1951. En 1953, elle est nommée professeure d'anatomie. Elle meurt à Torvik le 2 janvier 1990.
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
                "2018-03-14 happened immobiliser | Une panne l'a immobilisé",
                "2018-03-20 happened ask | Par lettre du 20 mars 2018, l'acheteuse a demandé la résolution de la vente",
                "2018-04-04 happened reject | La résolution de la vente, que la société a refusée",
                "2018-06-06 happened assigner | Elle l'a assignée",
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
                "1676-06-03 happened launch | Un incendio, que comenzó en una panadería",
                "1702 happened reconstruir | La catedral fue reconstruida",
                "1851 happened lose | La catedral perdió su torre a causa de un rayo",
                "1890 happened visit | Llegó el ferrocarril",
                "1919-03 happened seize | Los rebeldes la ocuparon",
                "1920-08 happened sanction | Los rebeldes fueron expulsados",
                "1921-02-02 happened sign | La firma del tratado",
                "1925 happened coronar | El rey fue coronado allí",
                "1940 happened die | El rey murió exiliado",
                "2000 happened open | Se inauguró el nuevo puerto",
                "1992 happened launch | El nuevo puerto, cuya construcción había empezado",
            ],
            id="history",
        ),
        pytest.param(
            "es",
            _LIFE,
            [
                "1912-05-04 happened nacer | Ana Lind nació en Lund, hija de un herrero",
                "1930 happened trasladar | Ana Lind se trasladó a Torvik para estudiar medicina",
                "1936 happened licenciar | Ana Lind se licenció",
                "1941 happened marry | Ana Lind se casó con Karl Brenn",
                "1951 happened separar | El matrimonio se separó",
                "1953 happened win | Ganó la cátedra de anatomía, que conservó hasta su jubilación en 1977",
                "1960 happened announce | Publicó su primera novela",
                "1985 happened announce | Publicó la última",
                "1971 happened deliver | Recibió el premio Norda",
                "1990-01-02 happened die | Murió en Torvik a los 77 años",
                "2012 happened dedicar | El ayuntamiento le dedicó una calle",
            ],
            id="life",
        ),
        pytest.param(
            "de",
            _LIFE_OF_HIM,
            [
                "1912-05-04 happened gebaren | Karl Brenn wurde in Lund geboren",
                "1930/1936 happened studieren | Karl Brenn studierte in Torvik",
                "1941 happened marry | Karl Brenn heiratete Ana Lind",
                "1951 happened lassen | Ana Lind, von der er sich scheiden ließ",
                "1953 happened wurd | Karl Brenn wurde Professor",
                "1960 happened announce | Brenn veröffentlichte seinen ersten Roman",
                "1990-01-02 happened die | Karl Brenn starb in Torvik",
            ],
            id="life_of_him",
        ),
        pytest.param(
            "fr",
            _LIFE_OF_HER,
            [
                "1912-05-04 happened naitr | Anne Lind naît à Lund",
                "1930 happened installer | Anne Lind s'installe à Torvik",
                "1941 happened marry | Anne Lind épouse Karl Brenn",
                "1951 happened marry | Le couple divorce",
                "1953 happened appoint | Anne Lind est nommée professeure d'anatomie",
                "1990-01-02 happened die | Anne Lind meurt à Torvik",
            ],
            id="life_of_her",
        ),
    ],
)
def test_whole_texts(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language) == expected
