import pytest
from test_extract import told

TABLE = [
    ("Police detained Oren Valk on [May 1|2031-05-01].", "detained", "arrest"),
    ("The minister stepped down on [May 1|2031-05-01].", "stepped", "resign"),
    ("The plant was shut down on [May 1|2031-05-01].", "shut", "close"),
    ("A meeting took place on [May 1|2031-05-01].", "meeting", "meet"),
    ("Valk made a visit to Lund on [May 1|2031-05-01].", "visit", "visit"),
    ("He had a long talk with Dorn on [May 1|2031-05-01].", "talk", "call"),
    ("The army began to withdraw on [May 1|2031-05-01].", "began", "launch"),
    ("The minister said on [May 1|2031-05-01] that all is well.", "said", "say"),
    (
        "The office said on [May 1|2031-05-01] 40 have been arrested.",
        "arrested",
        "arrest",
    ),
    ("There was an explosion on [May 1|2031-05-01].", "explosion", "explode"),
    ("Valk suffered a cardiac arrest on [May 1|2031-05-01].", "suffered", "suffer"),
    ("The guard had a heart attack on [May 1|2031-05-01].", "had", "hav"),
    ("The police made an arrest on [May 1|2031-05-01].", "arrest", "arrest"),
    ("The hit-and-run was on [May 1|2031-05-01].", "hit-and-run", "crash"),
    ("He grumbled about it on [May 1|2031-05-01].", "grumbled", "grumbl"),
    ("The club fired Jan Oller on [May 1|2031-05-01].", "fired", "dismiss"),
    ("He was fired on [May 1|2031-05-01].", "fired", "dismiss"),
    ("The guard fired on a crowd on [May 1|2031-05-01].", "fired", "shoot"),
    ("The guard fired two shots at Oller on [May 1|2031-05-01].", "fired", "shoot"),
    ("Shots were fired at Oller on [May 1|2031-05-01].", "fired", "shoot"),
    ("The verdict was overturned on [May 1|2031-05-01].", "overturned", "rule"),
    ("Police fired at the van on [May 1|2031-05-01].", "fired", "shoot"),
    ("The ship fired nine rockets on [May 1|2031-05-01].", "fired", "attack"),
    ("The guard gave himself up on [May 1|2031-05-01].", "gave", "surrender"),
    ("The guard gave up his post on [May 1|2031-05-01].", "gave", "resign"),
    ("The club hired a coach on [May 1|2031-05-01].", "hired", "hire"),
    ("Protesters tore down a statue on [May 1|2031-05-01].", "tore", "destroy"),
    ("The navy took nine men into custody on [May 1|2031-05-01].", "took", "arrest"),
    ("The guards repelled an attack on [May 1|2031-05-01].", "attack", "attack"),
    ("Lund and Norda struck a deal on [May 1|2031-05-01].", "struck", "sign"),
    ("A van struck a woman on [May 1|2031-05-01].", "struck", "hit"),
    ("The office released the name on [May 1|2031-05-01].", "released", "announce"),
    ("The office released Valk on [May 1|2031-05-01].", "released", "release"),
    ("Miners marched on [May 1|2031-05-01].", "marched", "protest"),
    ("A man marched into the bank on [May 1|2031-05-01].", "marched", "march into"),
    ("The radio fell silent on [May 1|2031-05-01].", "fell", "fall"),
    ("The mayor fell ill on [May 1|2031-05-01].", "fell", "fall ill"),
    (
        "The navy said on [May 1|2031-05-01] it had captured nine men.",
        "captured",
        "arrest",
    ),
    ("The jury found Jan Oller guilty on [May 1|2031-05-01].", "found", "convict"),
    ("The jury found a knife on [May 1|2031-05-01].", "found", "find"),
    ("Jan Oller was given a life sentence on [May 1|2031-05-01].", "given", "convict"),
    ("The port was hacked on [May 1|2031-05-01].", "hacked", "hack"),
    ("Two guards lost their lives on [May 1|2031-05-01].", "lost", "die"),
    ("The guard was pronounced dead on [May 1|2031-05-01].", "pronounced", "die"),
    ("The blast left nine guards dead on [May 1|2031-05-01].", "left", "kill"),
    ("The blast left Lund on [May 1|2031-05-01].", "left", "depart"),
    ("A boat came under fire on [May 1|2031-05-01].", "came", "attack"),
    ("A boat came to the port on [May 1|2031-05-01].", "came", "com"),
    ("The club parted ways with Jan Oller on [May 1|2031-05-01].", "parted", "dismiss"),
    ("The mayor called it quits on [May 1|2031-05-01].", "called", "resign"),
    ("The navy put nine men behind bars on [May 1|2031-05-01].", "put", "arrest"),
    # What broke into what went on is what happened.
    ("She was walking home on [May 1|2031-05-01] when a van hit her.", "hit", "hit"),
    ("He had just parked on [May 1|2031-05-01] when the dam burst.", "burst", "fail"),
    ("She was asleep when the dam burst on [May 1|2031-05-01].", "burst", "fail"),
    ("Valk resigned on [May 1|2031-05-01] when the dam burst.", "resigned", "resign"),
    ("He was walking on [May 1|2031-05-01] when it was dark.", "walking", "walk"),
]


@pytest.mark.parametrize(
    ("text", "trigger", "action"), TABLE, ids=[r[0] for r in TABLE]
)
def test_trigger_and_action(text: str, trigger: str, action: str) -> None:
    mention = next(m for m in told(text) if m.timex)

    assert (trigger, action) == (mention.trigger, mention.action)
