"""Whole texts in other languages, of the kinds that people bring: papers of a court and of
the police, a chronicle, a chat, minutes, lives.
"""

import pytest
from conftest import document
from test_tongues import summary

from timeline.extract import extract
from timeline.timex import tag

_JUDGMENT = """\
LANDGERICHT TORVIK
Urteil vom 14. September 2021
Aktenzeichen 4 O 212/20

Tatbestand

Die Klägerin kaufte am 3. Februar 2019 bei der Beklagten eine Heizungsanlage zum Preis von 18.400 Euro. Die Anlage wurde am 12. und 13. März 2019 eingebaut. Bereits am 20. April 2019 fiel die Heizung zum ersten Mal aus. Nachdem ein Monteur am 24. April 2019 die Pumpe ausgetauscht hatte, lief die Anlage bis zum 2. November 2019 störungsfrei. An diesem Tag trat Wasser aus dem Kessel aus, das den Keller und das Erdgeschoss beschädigte. Die Klägerin meldete den Schaden am folgenden Tag ihrer Versicherung. Mit Schreiben vom 15. November 2019 forderte sie die Beklagte auf, den Mangel bis zum 30. November 2019 zu beseitigen. Die Beklagte lehnte dies am 28. November 2019 ab. Am 6. Januar 2020 erklärte die Klägerin den Rücktritt vom Vertrag.

Der vom Gericht bestellte Sachverständige Karl Brenn besichtigte die Anlage am 17. August 2020. In seinem Gutachten vom 5. Oktober 2020 kam er zu dem Ergebnis, dass die Anlage fehlerhaft eingebaut worden war. Die Beklagte behauptet, die Klägerin habe die Anlage im Oktober 2019 selbst verändert. Die Klägerin bestreitet dies. Die Klage ging am 2. März 2020 bei Gericht ein und wurde der Beklagten am 19. März 2020 zugestellt. Das Gericht hat am 24. August 2021 mündlich verhandelt und den Zeugen Arvo Lind vernommen.

Entscheidungsgründe

Die Klage ist begründet. Der Kaufvertrag vom 3. Februar 2019 ist durch den Rücktritt erloschen. Die Beklagte hat den Kaufpreis bis zum 31. Oktober 2021 zurückzuzahlen. Die Anlage muss sie bis Ende des Jahres abholen.
"""

_REPORT = """\
ATESTADO POLICIAL 1180/2021
Comisaría de Torvik, 18 de junio de 2021

A las 22.40 horas del 16 de junio de 2021 se recibió en esta comisaría una llamada de una vecina de la calle Mayor. La mujer manifestó que había oído tres disparos. Una patrulla se presentó en el lugar a las 22.52 horas. Los agentes encontraron en el portal a un varón de unos 40 años con una herida de bala en el abdomen. El herido, que fue identificado como Karl Brenn, fue trasladado al hospital de Lund, donde falleció a las 01.15 horas del 17 de junio. Brenn había salido de prisión el 3 de mayo, tras cumplir una condena de cuatro años por estafa.

La misma noche se tomó declaración a dos testigos. El primero vio a un hombre con gorra huir hacia el río. La segunda testigo, Ada Lind, dijo que el 14 de junio Brenn había discutido con su antiguo socio, Arvo Valk. Valk niega haber estado en Torvik el día de los hechos.

El 17 de junio por la mañana los agentes registraron el domicilio de Valk y hallaron una pistola y 12.000 euros. Valk no se encontraba en la vivienda. Fue detenido esa misma tarde en la estación de Lund cuando intentaba subir a un tren. El 18 de junio pasó a disposición judicial. El juez decretó prisión provisional sin fianza. La prueba de balística se conocerá el 25 de junio. El coche que Valk había alquilado el 12 de junio no ha sido localizado hasta la fecha.
"""

_TOWN = """\
Histoire de la commune de Valmont

La première mention du village date de 1134, quand l'abbé de Lund y fit bâtir une chapelle. En 1248, le comte Arnaud accorda une charte aux habitants. La peste emporta la moitié de la population en 1348 et en 1361. Le château, construit entre 1402 et 1410, fut incendié par les Anglais en 1421, puis relevé par Guillaume de Brenn en 1455. De 1562 à 1598, les guerres de Religion ruinèrent la région. Le 14 août 1623, un orage détruisit le clocher. Louise de Brenn, dernière héritière de la famille, vendit la seigneurie en 1711 à un banquier de Lund. Elle mourut à Paris trois ans plus tard.

Pendant la Révolution, l'église fut fermée en 1793 et rouverte en 1801. Le maire Jean Valk, élu en 1830, fit paver les rues et ouvrit une école en 1833. Il démissionna en 1848. Le chemin de fer arriva en 1864, le gaz en 1872 et l'électricité en 1899. L'usine de tissage, fondée en 1870 par les frères Lind, employait 600 ouvriers en 1910. Une grève de sept semaines y éclata en mai 1906.

Du 3 au 9 septembre 1914, Valmont fut occupé par les Allemands. Le 12 juin 1944, douze otages furent fusillés devant la mairie. La ville fut libérée le 25 août. L'usine ferma ses portes en 1978, après plus d'un siècle d'activité. Depuis 1995, ses bâtiments abritent un musée. En 2003, la commune a fusionné avec sa voisine Torvy. Une crue de la rivière a fait deux morts en février 2011.
"""

_CHAT = """\
[12/03/2021, 09:14] Ada: Buongiorno, ieri sera ho parlato con il portiere
[12/03/2021, 09:15] Ada: Dice che Brenn è uscito alle 21.30 con due valigie
[12/03/2021, 09:17] Karl: Ok. Il furgone è stato ritrovato stamattina a Lund
[12/03/2021, 09:21] Ada: Dove di preciso?
[12/03/2021, 09:22] Karl: Al porto, lunedì non c'era ancora
[12/03/2021, 09:30] Ada: Io oggi sono a casa, ho la febbre
[12/03/2021, 11:05] Karl: La banca ha confermato: il 9 marzo Brenn ha prelevato 40.000 euro
[12/03/2021, 11:06] Karl: E l'8 aveva chiuso il conto della ditta
[12/03/2021, 11:10] Ada: <Media omesso>
[12/03/2021, 11:12] Ada: Questa foto è del 2019
[12/03/2021, 16:40] Karl: La procura ha chiesto l'arresto
[12/03/2021, 16:41] Ada: Finalmente!
[13/03/2021, 08:02] Karl: Brenn è stato fermato stanotte al confine
[13/03/2021, 08:05] Ada: Lo interrogano domani mattina alle 10
[13/03/2021, 08:09] Karl: Sua moglie sostiene che era a Torvik dal 7 marzo
[13/03/2021, 08:30] Ada: Lunedì non ci sono, martedì mattina torno in ufficio
[14/03/2021, 12:15] Karl: Ha confessato. Il denaro è nel magazzino di Valmet
[14/03/2021, 12:20] Ada: Benissimo
"""

_MINUTES = """\
NOTULEN
Gemeenteraad Torvik, vergadering van dinsdag 8 juni 2021
Aanwezig: A. Brenn (voorzitter), K. Lind, M. Valk, S. Orvik (secretaris)

1. Opening
De voorzitter opent de vergadering om 19.30 uur. De heer Lind heeft zich afgemeld.

2. Notulen
De notulen van 11 mei worden goedgekeurd.

3. Brug
Wethouder Valk deelt mee dat de brug sinds 26 mei gesloten is. Op 25 mei vond een duiker scheuren in de tweede pijler. Het ingenieursbureau heeft de brug op 2 en 3 juni onderzocht. Het rapport wordt op 18 juni verwacht. De raad besluit unaniem om 40.000 euro vrij te maken. De herstelwerkzaamheden beginnen waarschijnlijk in augustus.

4. Zwembad
Het zwembad is op 1 juni heropend. Vorige zomer werd het na twee ongelukken gesloten. Mevrouw Orvik vraagt waarom de nieuwe badmeester pas op 15 juni begint. De wethouder antwoordt dat de vorige kandidaat zich op 20 mei heeft teruggetrokken.

5. Begroting
De begroting voor 2022 wordt op 14 september behandeld. Fractievoorzitter Brandt trekt zijn motie in. Het voorstel om de hondenbelasting af te schaffen wordt met vijf tegen vier stemmen verworpen.

6. Rondvraag
De heer Valk meldt dat er maandag is ingebroken in het archief. De politie heeft twee jongens aangehouden.

7. Sluiting
De voorzitter sluit de vergadering om 21.50 uur. De volgende vergadering is op 6 juli.
"""

_POET = """\
Ana Brenn

Ana Maria Brenn (Torvik, 12 de março de 1888 – Lund, 30 de outubro de 1961) foi uma médica, escritora e política.

Filha de um ferroviário, Ana Brenn estudou medicina em Lund entre 1906 e 1912. Em 1913 casou-se com o jornalista Arvo Lind, de quem se separou em 1921. Durante a guerra dirigiu um hospital de campanha e foi condecorada em 1917. Publicou o primeiro romance, O Inverno, em 1924, e o segundo em 1927. Em 1931 foi eleita deputada pelo Partido Radical, tornando-se a primeira mulher no parlamento. No parlamento, propôs a lei do divórcio, aprovada em 4 de maio de 1932.

Após o golpe de 1935, Brenn foi presa em Torvik e, em janeiro de 1936, deportada para a ilha de Orvik. Fugiu em agosto do mesmo ano num barco de pesca. Exilou-se em Paris, onde trabalhou como tradutora até 1945. O marido morreu em 1938. Em 1940, quando os alemães entraram na cidade, escondeu-se numa aldeia do sul.

Voltou a Torvik em 3 de junho de 1946. Dois anos depois fundou a revista Aurora. Recebeu o Prémio Norda em 1955 e a medalha da cidade em 1958. Morreu de pneumonia em Lund. Em 1988, a cidade deu o seu nome a uma rua. A sua casa, comprada pelo município em 1990, é hoje um museu.
"""

_ARCHITECT = """\
Arvo Brenn

Arvo Brenn (* 3. Mai 1901 in Torvik; † 17. November 1972 in Lund) war ein schwedischer Architekt.

Leben
Brenn besuchte das Gymnasium in Torvik und studierte von 1920 bis 1925 Architektur in Lund. 1926 trat er in das Büro von Karl Lind ein. 1931 machte er sich selbständig. Im selben Jahr heiratete er die Malerin Ada Valk. 1934 emigrierte er nach Norwegen, 1940 nach England. Nach dem Krieg kehrte er 1946 nach Lund zurück, wo er 1948 zum Professor berufen wurde. 1955 erhielt er den Norda-Preis. Brenn starb 1972 nach langer Krankheit.

Werke
1932: Rathaus in Torvik
1950–1953: Bahnhof in Lund
1961: Museum für Seefahrt, Orvik
"""

_VITAE = """\
Lebenslauf

Ada Brenn, Historikerin
Geboren am 12. März 1978 in Torvik

1998–2004 Studium der Geschichte in Lund
2005–2009 wissenschaftliche Mitarbeiterin an der Universität Torvik
2009 Promotion über die Hungersnot von 1783
2010–2014 Leiterin des Stadtarchivs Lund
seit 2015 Professorin in Torvik
2017 Norda-Preis für das Buch »Der Fluss«
2019 Mitglied der Akademie
"""

_VITAE_FR = """\
Curriculum vitae

Ada Brenn
Née le 12 mars 1978 à Torvik

1998-2004 : études d'histoire à Lund
2005-2009 : assistante à l'université de Torvik
2009 : doctorat d'histoire
2010-2014 : directrice des archives de Lund
Depuis 2015 : professeure à Torvik
2017 : prix Norda
"""

_VITAE_ES = """\
Cronología de Ada Brenn

1978: nace en Torvik.
1998-2004: estudia Historia en Lund.
2005: se casa con Karl Lind.
2009: se doctora con una tesis sobre la hambruna de 1783.
2010-2014: dirige el archivo municipal de Lund.
2017: recibe el premio Norda.
"""


@pytest.mark.parametrize(
    ("language", "day", "text", "expected"),
    [
        pytest.param(
            "de",
            "2021-09-14",
            _JUDGMENT,
            [
                "2019-02-03 happened buy | Die Klägerin kaufte bei der Beklagten eine Heizungsanlage zum Preis von 18.400 Euro",
                "2019-03-12 happened eingebaut | Die Anlage wurde eingebaut",
                "2019-03-13 happened eingebaut | Die Anlage wurde eingebaut",
                "2019-04-20 happened fail | Die Heizung fiel zum ersten Mal aus",
                "2019-04-24 happened austauschen | Ein Monteur hatte die Pumpe ausgetauscht",
                "2019-11-02 happened austreten | Wasser trat aus dem Kessel aus, das den Keller und das Erdgeschoss beschädigte",
                "2019-11-03 happened say | Die Klägerin meldete den Schaden ihrer Versicherung",
                "2019-11-15 happened ask | Mit Schreiben vom 15. November 2019 forderte sie die Beklagte auf, den Mangel bis zum 30. November 2019 zu beseitigen",
                "2019-11-28 happened reject | Die Beklagte lehnte dies ab",
                "2020-01-06 happened say | Die Klägerin erklärte den Rücktritt vom Vertrag",
                "2020-08-17 happened besichtigen | Der vom Gericht bestellte Sachverständige Karl Brenn besichtigte die Anlage",
                "2020-10-05 happened kommen | In seinem Gutachten vom 5. Oktober 2020 kam Karl Brenn zu dem Ergebnis, dass die Anlage fehlerhaft eingebaut worden war",
                "2019-10 alleged hab | Die Klägerin habe die Anlage selbst verändert | Die Beklagte",
                "2020-03-02 happened eingehen | Die Klage ging bei Gericht ein",
                "2020-03-19 happened zustellen | Die Klage wurde der Beklagten zugestellt",
                "2021-08-24 happened verhandeln | Das Gericht hat mündlich verhandelt und den Zeugen Arvo Lind vernommen",
                "2021-10-31 planned zuruckzahlen | Die Beklagte hat den Kaufpreis zurückzuzahlen",
                "2021-09-01~/2021-12-31~ planned mus | Die Anlage muss sie abholen",
            ],
            id="judgment",
        ),
        pytest.param(
            "es",
            "2021-06-18",
            _REPORT,
            [
                "2021-06-16T22:40:00 happened deliver | Se recibió en esta comisaría una llamada de una vecina de la calle Mayor",
                "2021-06-16T22:40:00 happened protest | La mujer manifestó que había oído tres disparos | La mujer",
                "2021-06-16T22:52:00 happened launch | Una patrulla se presentó en el lugar",
                "2021-06-16T22:52:00 happened find | Los agentes encontraron en el portal a un varón de unos 40 años con una herida de bala en el abdomen",
                "2021-06-17T01:15:00 happened die | El herido falleció",
                "2021-05-03 happened depart | Brenn había salido de prisión tras cumplir una condena de cuatro años por estafa",
                "2021-06-17 happened seize | Se tomó declaración a dos testigos",
                "2021-06-17 happened ver | El primero vio a un hombre con gorra huir hacia el río",
                "2021-06-14 happened discutir | Brenn había discutido con su antiguo socio, Arvo Valk | Ada Lind",
                "2021-06-17 happened investigate | Los agentes registraron el domicilio de Valk y hallaron una pistola y 12.000 euros",
                "2021-06-17 happened arrest | Arvo Valk fue detenido en la estación de Lund cuando intentaba subir a un tren",
                "2021-06-18 happened pasar | Arvo Valk pasó a disposición judicial",
                "2021-06-18 happened order | El juez decretó prisión provisional sin fianza",
                "2021-06-25 planned conocer | La prueba de balística se conocerá",
                "2021-06-12 happened alquilar | El coche que Valk había alquilado",
            ],
            id="report",
        ),
        pytest.param(
            "fr",
            None,
            _TOWN,
            [
                "1248 happened accorder | Le comte Arnaud accorda une charte aux habitants",
                "1348 happened emporter | La peste emporta la moitié de la population",
                "1361 happened emporter | La peste emporta la moitié de la population",
                "1402/1410 happened build | Le château fut construit",
                "1421 happened burn | Le château fut incendié par les Anglais",
                "1455 happened relever | Le château fut relevé par Guillaume de Brenn",
                "1623-08-14 happened destroy | Un orage détruisit le clocher",
                "1711 happened sell | Louise de Brenn, dernière héritière de la famille, vendit la seigneurie à un banquier de Lund",
                "1714 happened die | Louise de Brenn mourut à Paris",
                "1793 happened close | Pendant la Révolution, l'église fut fermée",
                "1801 happened open | L'église fut rouverte",
                "1830 happened elect | Le maire Jean Valk fut élu",
                "1833 happened open | Le maire Jean Valk ouvrit une école",
                "1848 happened resign | Jean Valk démissionna",
                "1864 happened visit | Le chemin de fer arriva",
                "1872 happened visit | Le gaz arriva",
                "1899 happened visit | L'électricité arriva",
                "1870 happened launch | L'usine de tissage fut fondée",
                "1910 happened employer | L'usine de tissage employait 600 ouvriers",
                "1906-05 happened strike | Une grève de sept semaines y éclata",
                "1914-09-03/1914-09-09 happened seize | Valmont fut occupé par les Allemands",
                "1944-06-12 happened fusiller | Douze otages furent fusillés devant la mairie",
                "1944-08-25 happened release | La ville fut libérée",
                "1978 happened close | L'usine ferma ses portes après plus d'un siècle d'activité",
                "2003 happened fusionner | La commune a fusionné avec sa voisine Torvy",
                "2011-02 happened die | Une crue de la rivière a fait deux morts",
            ],
            id="town",
        ),
        pytest.param(
            "it",
            None,
            _CHAT,
            [
                "2021-03-11 happened call | Ada: Ho parlato con il portiere | Ada",
                "2021-03-11T21:30:00 happened uscir | Brenn è uscito con due valigie | Ada",
                "2021-03-12 happened ritrovar | Il furgone è stato ritrovato a Lund | Karl",
                "2021-03-08 denied era | Al porto, non c'era ancora | Karl",
                "2021-03-09 happened prelevar | Brenn ha prelevato 40.000 euro | banca",
                "2021-03-12T16:40:00 happened ask | La procura ha chiesto l'arresto | Karl",
                "2021-03-12/2021-03-13 happened arrest | Brenn è stato fermato al confine | Karl",
                "2021-03-14T10:00:00 planned  | Lo interrogano | Ada",
                "2021-03-14T12:15:00 happened confessar | Karl: Ha confessato | Karl",
            ],
            id="chat",
        ),
        pytest.param(
            "nl",
            "2021-06-08",
            _MINUTES,
            [
                "2021-06-08T19:30:00 happened open | De voorzitter opent de vergadering",
                "2021-06-08 happened pass | De notulen van 11 mei worden goedgekeurd",
                "2021-05-26/2021-06-08 happened sign | De brug is gesloten | Wethouder Valk",
                "2021-05-25 happened find | Een duiker vond scheuren in de tweede pijler",
                "2021-06-02 happened investigate | Het ingenieursbureau heeft de brug onderzocht",
                "2021-06-03 happened investigate | Het ingenieursbureau heeft de brug onderzocht",
                "2021-06-18 planned verwachten | Het rapport wordt verwacht",
                "2021-06-08 happened besluiten | De raad besluit unaniem om 40.000 euro vrij te maken",
                "2021-08 planned launch | De herstelwerkzaamheden beginnen waarschijnlijk",
                "2021-06-01 happened open | Het zwembad is heropend",
                "2020-22 happened sign | Het zwembad werd na twee ongelukken gesloten",
                "2021-06-15 planned ask | Mevrouw Orvik vraagt waarom de nieuwe badmeester begint",
                "2021-05-20 happened withdraw | De vorige kandidaat heeft zich teruggetrokken | De wethouder",
                "2021-09-14 planned behandelen | De begroting voor 2022 wordt behandeld",
                "2021-06-08 happened lift | Fractievoorzitter Brandt trekt zijn motie in",
                "2021-06-08 happened reject | Het voorstel om de hondenbelasting af te schaffen wordt met vijf tegen vier stemmen verworpen",
                "2021-06-07 happened inbreken | De heer Valk meldt dat er is ingebroken in het archief | Wethouder Valk",
                "2021-06-08 happened arrest | De politie heeft twee jongens aangehouden",
                "2021-06-08T21:50:00 happened sign | De voorzitter sluit de vergadering",
                "2021-07-06 planned is | De volgende vergadering is op 6 juli",
            ],
            id="minutes",
        ),
        pytest.param(
            "pt",
            None,
            _POET,
            [
                "1888-03-12 happened  | Ana Maria Brenn nasceu",
                "1961-10-30 happened  | Ana Maria Brenn morreu",
                "1906/1912 happened estudar | Filha de um ferroviário, Ana Brenn estudou medicina em Lund",
                "1913 happened marry | Ana Maria Brenn casou-se com o jornalista Arvo Lind",
                "1921 happened separar | O jornalista Arvo Lind, de quem se separou",
                "1917 happened condecorar | Ana Maria Brenn foi condecorada",
                "1924 happened announce | Ana Maria Brenn publicou o primeiro romance, O Inverno",
                "1927 happened announce | Ana Maria Brenn publicou o segundo",
                "1931 happened elect | Ana Maria Brenn foi eleita deputada pelo Partido Radical, tornando-se a primeira mulher no parlamento",
                "1932-05-04 happened pass | A lei do divórcio foi aprovada",
                "1936-01 happened deportar | Brenn foi deportada para a ilha de Orvik",
                "1936-08 happened flee | Ana Maria Brenn fugiu num barco de pesca",
                "1938 happened die | O marido morreu",
                "1940 happened esconder | Quando os alemães entraram na cidade, escondeu-se numa aldeia do sul",
                "1946-06-03 happened depart | Ana Maria Brenn voltou a Torvik",
                "1948 happened launch | Ana Maria Brenn fundou a revista Aurora",
                "1955 happened deliver | Ana Maria Brenn recebeu o Prémio Norda",
                "1958 happened deliver | Ana Maria Brenn recebeu a medalha da cidade",
                "1988 happened dar | A cidade deu o seu nome a uma rua",
                "1990 happened buy | A sua casa foi comprada pelo município",
            ],
            id="poet",
        ),
        pytest.param(
            "de",
            None,
            _ARCHITECT,
            [
                "1901-05-03 happened  | Arvo Brenn wurde geboren",
                "1972-11-17 happened  | Arvo Brenn starb",
                "1920/1925 happened studieren | Brenn studierte Architektur in Lund",
                "1926 happened eintreten | Arvo Brenn trat in das Büro von Karl Lind ein",
                "1931 happened machen | Arvo Brenn machte sich selbständig",
                "1931 happened marry | Arvo Brenn heiratete die Malerin Ada Valk",
                "1934 happened emigriert | Arvo Brenn emigrierte nach Norwegen",
                "1940 happened emigriert | Arvo Brenn emigrierte nach England",
                "1946 happened depart | Nach dem Krieg kehrte Arvo Brenn nach Lund zurück",
                "1948 happened appoint | Arvo Brenn wurde zum Professor berufen",
                "1955 happened deliver | Arvo Brenn erhielt den Norda-Preis",
                "1972 happened die | Brenn starb nach langer Krankheit",
                "1932 happened  | Rathaus in Torvik",
                "1950/1953 happened  | Bahnhof in Lund",
                "1961 happened  | Museum für Seefahrt, Orvik",
            ],
            id="architect",
        ),
        pytest.param(
            "de",
            None,
            _VITAE,
            [
                "1998/2004 happened  | Studium der Geschichte in Lund",
                "2005/2009 happened  | Wissenschaftliche Mitarbeiterin an der Universität Torvik",
                "2009 happened  | Promotion über die Hungersnot von 1783",
                "2010/2014 happened  | Leiterin des Stadtarchivs Lund",
                "2017 happened  | Norda-Preis für das Buch »Der Fluss«",
                "2019 happened  | Mitglied der Akademie",
            ],
            id="vitae",
        ),
        pytest.param(
            "fr",
            None,
            _VITAE_FR,
            [
                "1998/2004 happened  | Études d'histoire à Lund",
                "2005/2009 happened  | Assistante à l'université de Torvik",
                "2009 happened  | Doctorat d'histoire",
                "2010/2014 happened  | Directrice des archives de Lund",
                "2017 happened  | Prix Norda",
            ],
            id="vitae_fr",
        ),
        pytest.param(
            "es",
            None,
            _VITAE_ES,
            [
                "1978 happened nacer | Nace en Torvik",
                "1998/2004 happened estudiar | Estudia Historia en Lund",
                "2005 happened marry | Se casa con Karl Lind",
                "2009 happened doctorar | Se doctora con una tesis sobre la hambruna de 1783",
                "2010/2014 happened dirigir | Dirige el archivo municipal de Lund",
                "2017 happened deliver | Recibe el premio Norda",
            ],
            id="vitae_es",
        ),
    ],
)
def test_papers(language: str, day: str | None, text: str, expected: list[str]) -> None:
    page = document(text, day, language=language, dct_basis="header")

    told = [summary(mention) for mention in extract(page, tag(page).timexes)[0]]

    assert told == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            "El alcalde Karl Brenn se reunió el lunes con los vecinos. Prometió una nueva escuela.",
            [
                "El alcalde Karl Brenn se reunió con los vecinos",
                "Karl Brenn prometió una nueva escuela",
            ],
        ),
        (
            "es",
            "La policía detuvo el lunes a Karl Brenn. Fue acusado de robo.",
            ["La policía detuvo a Karl Brenn", "Fue acusado de robo"],
        ),
        (
            "it",
            "La società è nata nel 1990. Nel 2004 ha combattuto una lunga causa.",
            ["La società è nata", "La società ha combattuto una lunga causa"],
        ),
        (
            "it",
            "Il camion ha travolto lunedì un uomo. Martedì ha lasciato l'ospedale.",
            ["Il camion ha travolto un uomo", "Ha lasciato l'ospedale"],
        ),
        (
            "pt",
            "O presidente Karl Brenn chegou na segunda-feira a Lund. Assinou um decreto.",
            ["O presidente Karl Brenn chegou a Lund", "Karl Brenn assinou um decreto"],
        ),
        (
            "fr",
            "La police a arrêté lundi une femme. Elle a avoué mardi.",
            ["La police a arrêté une femme", "Elle a avoué"],
        ),
        (
            "de",
            "Ministerin Ada Lind kam am Montag nach Lund. Am Dienstag traf sie den Bürgermeister.",
            ["Ministerin Ada Lind kam nach Lund", "Ada Lind traf den Bürgermeister"],
        ),
        (
            "nl",
            "Het zwembad is maandag heropend. Vorige zomer werd het gesloten.",
            ["Het zwembad is heropend", "Het zwembad werd gesloten"],
        ),
    ],
)
def test_who_goes_on(language: str, text: str, expected: list[str]) -> None:
    page = document(text, language=language, dct_basis="header")

    found = [mention.headline for mention in extract(page, tag(page).timexes)[0]]

    assert found == expected
