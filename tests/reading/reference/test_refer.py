"""Who speaks, and for whom: every form of source phrase."""

from __future__ import annotations

import pytest

from kg.reading.attributions.drafts import Draft
from kg.reading.reference import papers, refer
from tests.reading.scenes import called, last_speaker, place, scene

RUIZ = "Ana Ruiz, a spokeswoman for the Water Board, said the dam held. "
KINDS = {
    "Person": "Ana Ruiz|Ruiz|Tom Hale|Hale|Jo Vo",
    "Organization": "French Government|Water Board|Morton Steel|Twitter|Wabo|Bank of Oland|City of Oland|BB",
    "NORP": "European|Tarval",
    "Place": "Selm|Oland|U.K",
}


@pytest.mark.parametrize(
    ("text", "phrases", "speaker", "behalf"),
    [
        (RUIZ, ["Ana Ruiz"], "Ana Ruiz", "Water Board"),
        (RUIZ + "Ms. Ruiz said so.", ["Ms. Ruiz"], "Ana Ruiz", "Water Board"),
        (RUIZ + "“It holds,” she said.", ["Ana Ruiz", "she"], "Ana Ruiz", "Water Board"),
        (RUIZ + "Tom Hale disagreed. She said it held.", ["Ana Ruiz", "Tom Hale", "She"], "Ana Ruiz", "Water Board"),
        (RUIZ + "Tom Hale disagreed. He said it leaked.", ["Ana Ruiz", "Tom Hale", "He"], "Tom Hale", None),
        (RUIZ + "The spokeswoman added that all was well.", ["The spokeswoman"], "Ana Ruiz", "Water Board"),
        ("Morton Steel closed a mill. It said orders had fallen.", ["It"], "Morton Steel", None),
        ("Morton Steel closed a mill. The company said orders had fallen.", ["The company"], "Morton Steel", None),
        ("Morton Steel closed a mill. Its spokesman said orders had fallen.", ["Its spokesman"], "Morton Steel", None),
        ("Morton Steel posted on Twitter. Its spokesman said orders had fallen.", ["Its spokesman"], "Morton Steel", None),
        ("A spokesman for Morton Steel said so.", ["A spokesman for Morton Steel"], "Morton Steel", None),
        ("Representatives of Morton Steel said so.", ["Representatives of Morton Steel"], "Morton Steel", None),
        ("A report by Morton Steel says so.", ["A report by Morton Steel"], "Morton Steel", None),
        ("The regional water agency met. The agency said so.", ["The regional water agency", "The agency"], "regional water agency", None),
        ("A union met. The union's president, Tom Hale, said so.", ["Tom Hale"], "Tom Hale", "union"),
        ("The head of the Water Board, Tom Hale, said so.", ["Tom Hale"], "Tom Hale", "Water Board"),
        ("The captain of the trawler Ana Ruiz, Tom Hale, said so.", ["The captain of the trawler Ana Ruiz, Tom Hale"], "Tom Hale", None),
        ("The mill of Ana Ruiz, Tom Hale’s wife, said so.", ["Ana Ruiz, Tom Hale’s wife"], "Ana Ruiz", None),
        ("Morton Steel lost. Its ousted founder, Tom Hale, said so.", ["Tom Hale"], "Tom Hale", None),
        ("Morton Steel lost. The union, tired, had warned, its president, Tom Hale, said.", ["Tom Hale"], "Tom Hale", "union"),
        ("Morton Steel lost. Wabo and the union met, its president, Tom Hale, said.", ["Tom Hale"], "Tom Hale", "Wabo"),
        ("Jo Vo told his bishop. Tom Hale, the clerk, left. The bishop said so.", ["The bishop"], "bishop", None),
        ("Ana Ruiz told Wabo it held. The team doctor, Tom Hale, said so.", ["Tom Hale"], "Tom Hale", "team"),
        ("Wabo grew. Ana Ruiz told Wabo it held. The company doctor, Tom Hale, said so.", ["Tom Hale"], "Tom Hale", "Wabo"),
        ("The coastguard said so.", ["The coastguard"], "coastguard", None),
        ("Tom Hale, counsel for the coastguard, said so. The coastguard said so.", ["Tom Hale", "The coastguard"], "coastguard", None),
        ("The coast guard said so. Coast guard commander Tom Hale said so.", ["The coast guard"], "coast guard", None),
        ("The coast guard said so. Coast guard commander Tom Hale said so.", ["Coast guard commander Tom Hale"], "Tom Hale", "coast guard"),
        ("Guard Tom Hale said so. The guard said so.", ["Tom Hale", "The guard"], "Tom Hale", None),
        ("Deputy treasury secretary Tom Hale said so.", ["Deputy treasury secretary Tom Hale"], "Tom Hale", "treasury"),
        (
            "A government spokeswoman denied it. Treasury secretary Tom Hale sat. The spokeswoman, Ana Ruiz, said so.",
            ["Ana Ruiz"],
            "Ana Ruiz",
            "government",
        ),
        ("A spokeswoman for Wabo denied it. BB left. “No,” said the spokeswoman, Ana Ruiz.", ["Ana Ruiz"], "Ana Ruiz", "Wabo"),
        ("Wabo left. BB denied it. Said the spokeswoman, Ana Ruiz.", ["Ana Ruiz"], "Ana Ruiz", "BB"),
        ("A lawyer for Ana Ruiz, Tom Hale, said so.", ["Tom Hale"], "Tom Hale", "Ana Ruiz"),
        ("Tom Hale, Ana Ruiz's brother, said so.", ["Tom Hale"], "Tom Hale", None),
        ("Tom Hale, a former director of the Water Board, said so.", ["Tom Hale"], "Tom Hale", None),
        ("Tom Hale, the ousted director of the Water Board, said so.", ["Tom Hale"], "Tom Hale", None),
        ("Two European diplomats said so.", ["Two European diplomats"], "European diplomats", None),
        ("A Tarval spokesman spoke. The Tarval said so.", ["A Tarval spokesman"], "Tarval", None),
        ("A nurse at the hospital, who was tired, said so.", ["A nurse at the hospital"], "nurse at the hospital", None),
        ("A nurse, who was tired, said so. “No,” she said.", ["A nurse", "she"], "nurse", None),
        ("Residents of Selm said so.", ["Residents of Selm"], "Residents of Selm", None),
        ("A group of former soldiers said so.", ["A group of former soldiers"], "A group of former soldiers", None),
        ("Tom Hale, who lives there, said so.", ["who"], "Tom Hale", None),
        ("A diplomat who asked not to be named said so.", ["who"], "diplomat", None),
        ("Ana Ruiz spoke. People like Ruiz said so.", ["People like Ruiz"], "People like Ruiz", None),
        ("Tom Hale, the governor, left. The Selm governor said so.", ["The Selm governor"], "Tom Hale", None),
        ("Tom Hale, governor of Oland, left. The Selm governor said so.", ["The Selm governor"], "Selm governor", "Selm"),
        ("Tom Hale, the Municipal Chief Executive (MCE), left. The MCE said so.", ["The MCE"], "Tom Hale", None),
        ("Tom Hale spoke. The Minister of Health said so.", ["The Minister of Health"], "Minister of Health", None),
        ("Tarval and Norlandic officials said so.", ["Tarval and Norlandic officials"], "Tarval and Norlandic officials", None),
        ("Morton Steel fell. Oland steel makers said so.", ["Oland steel makers"], "Oland steel makers", None),
        # voices, and who is not one
        ("A rep for Morton Steel said so.", ["A rep for Morton Steel"], "Morton Steel", None),
        ("A Browns spokesman said so.", ["A Browns spokesman"], "Browns", None),
        ("A Morton Steel spokesman said so.", ["A Morton Steel spokesman"], "Morton Steel", None),
        ("The prime minister’s official spokesman said so.", ["The prime minister’s official spokesman"], "prime minister", None),
        (
            "Tom Hale, spokesman for Morton Steel, left. The prime minister’s official spokesman said so. The spokesman said more.",
            ["The prime minister’s official spokesman", "The spokesman"],
            "prime minister",
            None,
        ),
        ("The attorney general’s office said so.", ["The attorney general’s office"], "attorney general’s office", None),
        (
            "A spokesman for Tom Hale said so. The attorney general’s office said more.",
            ["A spokesman for Tom Hale", "The attorney general’s office"],
            "attorney general’s office",
            None,
        ),
        ("A ministry official said so.", ["A ministry official"], "ministry", None),
        (
            "A ministry official, on condition of anonymity, said so.",
            ["A ministry official, on condition of anonymity,"],
            "ministry official",
            None,
        ),
        ("Two senior Browns figures said so.", ["Two senior Browns figures"], "senior Browns figures", None),
        ("The latest figures said so.", ["The latest figures"], None, None),
        ("A worker there said so.", ["A worker there"], "worker", None),
        ("The chipmaker’s rival left. Morton Steel fell. The chipmaker said so.", ["The chipmaker said"], "Morton Steel", None),
        ("A source close to Hale said so. The pal said more.", ["A source close to Hale", "The pal"], "source close to Hale", None),
        ("Jo Vo said so. The pal said more.", ["Jo Vo", "The pal"], "Jo Vo", None),
        ("A clerk told the court so. Tom Hale left. The witness said more.", ["A clerk", "The witness"], "clerk", None),
        ("A clerk said so. Tom Hale left. The witness said more.", ["A clerk", "The witness"], "witness", None),
        ("The jury told Hale so.", ["The jury"], "jury", None),
        ("Mr Justice Hale left. The judge said so.", ["The judge"], "Hale", None),
        ("Tom Hale, a ministry spokesman, left. The trade ministry said so.", ["The trade ministry"], "ministry", None),
        ("Tom Hale, 83, wept in the hall as the judge left. The judge said so.", ["The judge"], "judge", None),
        ("Jo Vo left. Asked by Tom Hale if it fell, he said so.", ["Tom Hale", "he"], "Jo Vo", None),
        # a thing that no list knows speaks for the body by whose name it is called
        ("The Water Board’s database says so.", ["The Water Board’s database"], "Water Board", None),
        ("Article 5 of the Bank of Oland code says so.", ["Article 5 of the Bank of Oland code"], "Bank of Oland", None),
        ("A lab test by Morton Steel says so.", ["A lab test by Morton Steel"], "Morton Steel", None),
        ("The pact with the Bank of Oland says so.", ["The pact with the Bank of Oland"], "pact with the Bank of Oland", None),
        ("Monday by the Water Board came word.", ["Monday by the Water Board"], "Water Board", None),
        ("The regional council in its latest report says so.", ["The regional council in its latest report"], "regional council", None),
        ("Rights groups over the last few years said so.", ["Rights groups over the last few years"], "Rights groups", None),
        ("Minister of Trade Wabo said so.", ["Minister of Trade Wabo"], "Wabo", None),
        # a name that heads a phrase which runs over its verb
        ("Tom Hale excluded pensioners from aid, and said so.", ["Tom Hale excluded pensioners from aid"], "Tom Hale", None),
        ("The Water Board notified the Bank of Oland and said so.", ["The Water Board notified the Bank of Oland"], "Water Board", None),
        ("Tom Hale supporters said so.", ["Tom Hale supporters"], "Tom Hale supporters", None),
        ("Investigative sources said so. Sources said more.", ["Investigative sources", "Sources"], "Investigative sources", None),
        ("Selm officials said so. Officials said more.", ["Selm officials", "Officials"], "Officials", None),
        (
            "Rights groups said so. BB left. BB said so. The human rights group said more.",
            ["Rights groups", "BB said", "The human rights group"],
            "BB",
            None,
        ),
        ("Prime Minister Ana Ruiz met Tom Hale. The premier said so.", ["The premier"], "Ana Ruiz", None),
        (
            "BB said so. A report by the regional water agency says more.",
            ["BB", "A report by the regional water agency"],
            "regional water agency",
            None,
        ),
        # who has the office in capitals
        ("Trade CS Ana Ruiz met Tom Hale. The Trade CS said so.", ["The Trade CS"], "Ana Ruiz", None),
        ("Lieutenant Governor Ana Ruiz met Tom Hale. LG said so.", ["LG"], "Ana Ruiz", None),
        ("Lieutenant Governor Ana Ruiz met Tom Hale. BB said so.", ["BB"], "BB", None),
        ("A police inquiry began. Police said so.", ["Police"], "Police", None),
        ("The rights group Dam Watch said so.", ["The rights group Dam Watch"], "Dam Watch", None),
        ("Morton Steel analysts said so.", ["Morton Steel analysts"], "Morton Steel analysts", "Morton Steel"),
        ("Morton Steel fell. A company source said so.", ["A company source"], "company source", "Morton Steel"),
        ("A senior police official said so.", ["A senior police official"], "senior police official", None),
        ("Morton Steel supporters said so.", ["Morton Steel supporters"], "Morton Steel supporters", None),
        ("Morton Steel spoke. The regulatory agency said so.", ["Morton Steel", "The regulatory agency"], "Morton Steel", None),
        (
            "Morton Steel spoke. The big wet state agency said so.",
            ["Morton Steel", "The big wet state agency"],
            "big wet state agency",
            None,
        ),
        ("Tom Hale spoke. The regulatory agency said so.", ["Tom Hale", "The regulatory agency"], "regulatory agency", None),
        ("A poll by Morton Steel came out. Ana Ruiz left. The poll said so.", ["The poll"], "Morton Steel", None),
        ("Morton Steel’s yearly survey came out. The survey said so.", ["The survey"], "Morton Steel", None),
        ("A poll came out. The poll said so.", ["The poll"], None, None),
        ("Tom Hale sent Jo Vo a letter. Jo Vo left. The letter said so.", ["The letter"], "Tom Hale", None),
        ("Morton Steel unveiled a report. Jo Vo left. The report said so.", ["The report"], "Morton Steel", None),
        ("Jo Vo got a letter, signed by chairman Tom Hale. The letter said so.", ["The letter"], "Tom Hale", None),
        ("Morton Steel read a report. The report said so.", ["The report"], None, None),
        (
            "Sources in the ministry said so. The sources said so.",
            ["Sources in the ministry", "The sources"],
            "Sources in the ministry",
            None,
        ),
        ("Sources in the ministry said so. Two sources said so.", ["Sources in the ministry", "Two sources"], "sources", None),
        ("Economy Minister Tom Hale left. The Economy Minister said so.", ["The Economy Minister"], "Tom Hale", None),
        ("Economy Minister Tom Hale left. The Health Minister said so.", ["The Health Minister"], "Health Minister", None),
        (
            "Tom Hale of Morton Steel said so. The Morton Steel engineer said so.",
            ["Tom Hale", "The Morton Steel engineer"],
            "Tom Hale",
            "Morton Steel",
        ),
        (
            "Tom Hale of Twitter said so. The Morton Steel head said so.",
            ["Tom Hale", "The Morton Steel head"],
            "Morton Steel head",
            "Morton Steel",
        ),
        ("Jo Vo left. Tom Hale spoke. Like Hale, he said so.", ["he"], "Jo Vo", None),
        ("Analysts surveyed by Morton Steel said so.", ["Analysts surveyed by Morton Steel"], "Analysts", None),
        ("The Morton Steel news agency said so.", ["The Morton Steel news agency"], "Morton Steel", None),
        ("Homebuyers said so.", ["Homebuyers"], "Homebuyers", None),
        ("Opposition MPs said so.", ["Opposition MPs"], "Opposition MPs", None),
        ("Forecasts from Morton Steel said so.", ["Forecasts from Morton Steel"], "Morton Steel", None),
        ("Tom Hale’s speech said so.", ["Tom Hale’s speech"], "Tom Hale", None),
        ("Data from Oland’s finance ministry said so.", ["Data from Oland’s finance ministry"], "Oland’s finance ministry", None),
        (
            "Morton Steel fell. A statement posted on the company’s website said so.",
            ["A statement posted on the company’s website"],
            "Morton Steel",
            None,
        ),
        ("Morton Steel fell. Posts on its Facebook page said so.", ["Posts on its Facebook page"], "Morton Steel", None),
        ("A post on a website said so.", ["A post on a website"], None, None),
        ("President Tom Hale met former President Jo Vo. The French president said so.", ["The French president"], "Tom Hale", None),
        ("President Tom Hale spoke. In a talk with Jo Vo, the president said so.", ["the president"], "Tom Hale", None),
        ("Tarval President Tom Hale met President Jo Vo. The Tarval leader said so.", ["The Tarval leader"], "Tom Hale", None),
        ("Crown Prince Tom Hale left. Crown Prince said so.", ["Crown Prince"], "Tom Hale", None),
        ("Tom Hale, an envoy, spoke. The former minister said so.", ["Tom Hale", "The former minister"], "Tom Hale", None),
        ("Ana Ruiz met the Bank of Oland. The bank said so.", ["The bank"], "Bank of Oland", None),
        (
            "The Water Board probing charges against Tom Hale said so.",
            ["The Water Board probing charges against Tom Hale"],
            "Water Board",
            None,
        ),
        ("Rumors said so.", ["Rumors"], None, None),
        ("One of them said so.", ["One of them"], "One of them", None),
        ("Tom Hale of the Water Board said so.", ["Tom Hale"], "Tom Hale", "Water Board"),
        ("Tom Hale of Selm said so.", ["Tom Hale"], "Tom Hale", None),
        ("It rained. A European diplomat, who asked not to be named, left.", ["who"], "European diplomat", None),
        ("Morton Steel met the council. The council said so.", ["The council"], "council", None),
        ("Human rights groups said so.", ["Human rights groups"], "Human rights groups", None),
        ("Some said so.", ["Some"], "Some", None),
        ("Others said so.", ["Others"], "Others", None),
        ("Everyone said so.", ["Everyone"], None, None),
        ("Morton Steel closed a mill. A spokesperson said so.", ["A spokesperson"], "Morton Steel", None),
        ("Datuk Tom Hale said so.", ["Datuk Tom Hale"], "Tom Hale", None),
        ("A study said so.", ["A study"], None, None),
        ("A study was published. It said so.", ["A study", "It"], None, None),
        ("A report by Morton Steel says so. The report says more.", ["A report by Morton Steel", "The report"], "Morton Steel", None),
        ("A board report says so. The document says more.", ["A board report", "The document"], "board", None),
        ("A study in Morton Steel says so.", ["A study in Morton Steel"], None, None),
        ("A Water Board official said so. The official said more.", ["A Water Board official", "The official"], "Water Board", None),
        ("An official of the Water Board said so. “No,” he said.", ["An official of the Water Board", "he"], "Water Board", None),
        ("A spokesman for the Water Board said so. “No,” she said.", ["A spokesman for the Water Board", "she"], None, None),
        ("Tom Hale left. The official said so.", ["Tom Hale", "The official"], "Tom Hale", None),
        ("Tom Hale, a poet, left. The priest said so.", ["Tom Hale", "The priest"], "priest", None),
        ("Tom Hale left. The 23-year-old said so.", ["Tom Hale", "The 23-year-old"], "Tom Hale", None),
        ("Tom Hale left. The Swede said so.", ["Tom Hale", "The Swede"], "Tom Hale", None),
        # whom a text tells of before anybody speaks, and a body
        ("Tom Hale won. The Selm-based chemist said so.", ["The Selm-based chemist"], "Tom Hale", None),
        ("Governor Tom Hale won. The retired goalkeeper said so.", ["The retired goalkeeper"], "Tom Hale", None),
        ("Governor Tom Hale won. The retired minister said so.", ["The retired minister"], "retired minister", None),
        ("Tom Hale met Ana Ruiz. The retired goalkeeper said so.", ["The retired goalkeeper"], "retired goalkeeper", None),
        ("Tom Hale won. It rained. It snowed. It froze. The retired poet said so.", ["The retired poet"], "retired poet", None),
        ("The Water Board arrested two. The anti-graft body said so.", ["The anti-graft body"], "Water Board", None),
        ("The Water Board arrested two. A nurse said so. The dam body said no.", ["A nurse", "The dam body"], "dam body", None),
        ("The Water Board arrested two. It rained. It snowed. The dam body said so.", ["The dam body"], "dam body", None),
        # what is no part of who speaks
        ("Voters doubted the board’s claims.", ["the board’s"], "board", None),
        ("The Water Board has never said so.", ["The Water Board has"], "Water Board", None),
        ("Local sources since Sunday said so.", ["Local sources since"], "Local sources", None),
        # what only people and bodies do
        ("In court the Crown alleged so.", ["the Crown"], "Crown", None),
        ("In court the rain threatened so.", ["the rain"], None, None),
        # a document of somebody is for whom they speak
        (RUIZ + "A letter by Ana Ruiz said so.", ["Ana Ruiz", "A letter by Ana Ruiz"], "Ana Ruiz", "Water Board"),
        ("Tom Hale left. The Swedes said so.", ["Tom Hale", "The Swedes"], "Swedes", None),
        ("Tom Hale left. A woman said so.", ["Tom Hale", "A woman"], "woman", None),
        ("Tom Hale left. The planetarium said so.", ["Tom Hale", "The planetarium"], "planetarium", None),
        ("Tom Hale left. The law says so.", ["Tom Hale", "The law"], None, None),
        ("Tom Hale left. Another said so.", ["Tom Hale", "Another"], "Another", None),
        ("Nobody in Selm said so.", ["Nobody in Selm"], None, None),
        ("Officials in the capital, Selm, said so.", ["Officials in the capital, Selm"], "Officials in the capital", None),
        ("It came by Morton Steel.", ["by Morton Steel"], "Morton Steel", None),
        ("Selm, which has a port, said so.", ["which has a port"], "Selm", None),
        ("Tom Hale met Ana Ruiz. The latter said so.", ["The latter"], "Ana Ruiz", None),
        ("King Tom Hale left. His Majesty said so.", ["His Majesty"], "Tom Hale", None),
        ("Tom Hale left. The young politician said so.", ["The young politician"], "Tom Hale", None),
        ("Tom Hale left. A tall girl sat down. The girl said so.", ["The girl"], "girl", None),
        ("Tom Hale, minister, met Ana Ruiz, minister. The Swedish minister said so.", ["The Swedish minister"], "Swedish minister", None),
        ("Swedish Minister Tom Hale met Minister Ana Ruiz. The Swedish minister said so.", ["The Swedish minister"], "Tom Hale", None),
        ("Prime Minister Tom Hale left. The minister said so.", ["The minister"], "minister", None),
        ("President Tom Hale left. The TSP president said so.", ["The TSP president"], "TSP president", None),
        ("Prime Minister Tom Hale left. The Prime Minister said so.", ["The Prime Minister"], "Tom Hale", None),
        ("Lupa por la Vida said so.", ["Lupa por la Vida"], "Lupa por la Vida", None),
        ("It was closed, Academil said.", ["Academil"], "Academil", None),
        ("Yesterday said so.", ["Yesterday"], None, None),
        ("Tom Hale during a visit said so.", ["Tom Hale during a visit"], "Tom Hale", None),
        ("A statement issued in Selm by Tom Hale says so.", ["A statement issued in Selm by Tom Hale"], "Tom Hale", None),
        ("Front-runner Daniel Vo said so.", ["Front-runner Daniel Vo"], "Daniel Vo", None),
        ("Carla Vo left. Mr. Vo said so.", ["Carla Vo", "Mr. Vo"], "Carla Vo", None),
        ("Sen. Robert P. Vo Jr. (D-Pa.), a backer, said so.", ["Sen. Robert P. Vo Jr. (D-Pa.), a backer"], "Robert P. Vo Jr.", None),
        ("The Water Board met. The WB emailed it.", ["The WB"], "Water Board", None),
        ("Morton Steel less than a week ago said so.", ["Morton Steel less than a week ago"], "Morton Steel", None),
        ("Data compiled by Morton Steel says so.", ["Data compiled by Morton Steel"], "Morton Steel", None),
        ("The Selm press said so.", ["The Selm press"], "Selm press", None),
        ("Villagers living nearby said so.", ["Villagers living nearby"], "Villagers", None),
        ("Water Board critic Ana Ruiz said it leaked.", ["Ana Ruiz"], "Ana Ruiz", None),
        ("Water Board suspect Ana Ruiz said it leaked.", ["Ana Ruiz"], "Ana Ruiz", None),
        ("Water Board official Ana Ruiz said it leaked.", ["Ana Ruiz"], "Ana Ruiz", "Water Board"),
        ("Tom Hale left. The leader of the group said so.", ["Tom Hale", "The leader of the group"], "leader of the group", None),
        (RUIZ + "The Water Board official said more.", ["Ana Ruiz", "The Water Board official"], "Ana Ruiz", "Water Board"),
        (RUIZ + "A Water Board official said more.", ["Ana Ruiz", "A Water Board official"], "Water Board", None),
        (RUIZ + "The Water Board's spokeswoman said more.", ["Ana Ruiz", "The Water Board's spokeswoman"], "Ana Ruiz", "Water Board"),
        (RUIZ + "The Water Board's spokesman said more.", ["Ana Ruiz", "The Water Board's spokesman"], "Water Board", None),
        ("I said so.", ["I"], None, None),
        ("We heard that villagers in Selm said so.", ["that villagers in Selm"], "villagers in Selm", None),
        ("A survey in June by Morton Steel says so.", ["A survey in June by Morton Steel"], "Morton Steel", None),
        ("35% of nurses in Selm said so.", ["35% of nurses in Selm"], "nurses in Selm", None),
        ("Over 200,000 residents of Selm said so.", ["Over 200,000 residents of Selm"], "residents of Selm", None),
        ("Residents who left the Water Board said so.", ["Residents who left the Water Board"], "Residents", None),
        ("A parent who is called only Tom Hale said so.", ["A parent who is called only Tom Hale"], "Tom Hale", None),
        ("Tom Hale left. The elated minister said so.", ["Tom Hale", "The elated minister"], "Tom Hale", None),
        ("Oland Foreign Minister Tom Hale left. Oland’s foreign minister said so.", ["Oland’s foreign minister"], "Tom Hale", None),
        ("Ana Ruiz, minister, left. Oland’s foreign minister said so.", ["Oland’s foreign minister"], "Oland’s foreign minister", "Oland"),
        ("A senior Bank of Oland official said so.", ["A senior Bank of Oland official"], "senior Bank of Oland official", "Bank of Oland"),
        ("The French Government met. The Spanish government said so.", ["The Spanish government"], "Spanish government", None),
        ("The French Government met. The French government said so.", ["The French government"], "French Government", None),
        ("A Bank of Oland official said so.", ["A Bank of Oland official"], "Bank of Oland", None),
        ("Only 53 percent of the nurses said so.", ["Only 53 percent of the nurses"], "nurses", None),
        ("Eighty percent of the mill’s critics said so.", ["Eighty percent of the mill’s critics"], "mill’s critics", None),
        ("A number of nurses said so.", ["A number of nurses"], "nurses", None),
        ("Several hundred nurses said so.", ["Several hundred nurses"], "nurses", None),
        ("Most nurses said so.", ["Most nurses"], "nurses", None),
        ("35% of nurses said so. Only 7 percent said no.", ["35% of nurses", "Only 7 percent"], "nurses", None),
        ("Tom Hale said so. Only 7 percent agreed.", ["Tom Hale", "Only 7 percent"], None, None),
        (
            "A mill source spoke. Informed sources said so. The sources added more.",
            ["Informed sources", "The sources"],
            "Informed sources",
            None,
        ),
        ("A statement from nurses said so. The statement added more.", ["A statement from nurses", "The statement"], "nurses", None),
        ("President of the Republic Tom Hale left. The Head of State said so.", ["The Head of State"], "Tom Hale", None),
        ("Tom Hale, the foreign minister, left. The top diplomat said so.", ["The top diplomat"], "Tom Hale", None),
        ("Tom Hale, Lieutenant Governor, left. The LG said so.", ["The LG"], "Tom Hale", None),
        ("Oland MEC for Finance Tom Hale left. The MEC said so.", ["The MEC"], "Tom Hale", None),
        ("The First Lady said so. First Lady Ana Ruiz left.", ["The First Lady"], "Ana Ruiz", None),
        (
            "Tom Hale, Water Board director-general, left. The Water Board chief said so.",
            ["The Water Board chief"],
            "Tom Hale",
            "Water Board",
        ),
        ("Water Board president Ana Ruiz, who left, said so.", ["who"], "Ana Ruiz", "Water Board"),
        ("The City of Oland met. The city said so.", ["The city"], "City of Oland", None),
        (
            "A statement issued in Selm by Tom Hale says so. It said more.",
            ["A statement issued in Selm by Tom Hale", "It"],
            "Tom Hale",
            None,
        ),
        (
            "Prime Minister Jo Vo met his Swedish counterpart Tom Hale. The Swedish prime minister said so.",
            ["The Swedish prime minister"],
            "Tom Hale",
            None,
        ),
        ("Tom Hale met Ana Ruiz of the Selm-based Water Board. Ana Ruiz said so.", ["Ana Ruiz"], "Ana Ruiz", "Water Board"),
        ("Swedish minister Tom Hale left. The Swedish ministry said so.", ["The Swedish ministry"], "Swedish ministry", None),
        ("Tom Hale a fisherman said so.", ["Tom Hale a fisherman"], "Tom Hale", None),
        ("Board Executive-President Tom Hale said so.", ["Board Executive-President Tom Hale"], "Tom Hale", None),
        ("Tom Hale left. The Olandic chess legend said so.", ["The Olandic chess legend"], "Olandic chess legend", None),
        ("One U.K. company said so.", ["One U.K. company"], "U.K. company", None),
        ("The BB chief said so. He said more.", ["The BB chief", "He"], "BB chief", "BB"),
        ("Farmers around Lake Umber said so.", ["Farmers around Lake Umber"], "Farmers around Lake Umber", None),
        ("Farmers around the lake said so.", ["Farmers around the lake"], "Farmers around the lake", None),
        ("Residents along the River Tarn said so.", ["Residents along the River Tarn"], "Residents along the River Tarn", None),
        ("Around 40 farmers said so.", ["Around 40 farmers"], "farmers", None),
        *(
            (f"It rained. A ministry official, who {would}, said so.", [f"A ministry official, who {would}"], "ministry official", None)
            for would in (
                "asked not to be named", "would not be named", "refused to be named", "did not want to be identified",
                "wished to remain anonymous", "asked for anonymity",
            )
        ),
        ("A ministry official, who would not be moved, said so.", ["A ministry official, who would not be moved"], "ministry", None),
    ],
)  # fmt: skip
def test_speaker(text: str, phrases: list[str], speaker: str | None, behalf: str | None) -> None:
    found = last_speaker(scene(text, **KINDS), *phrases)
    assert (called(found.figure), called(found.on_behalf_of)) == (speaker, behalf)


def test_initials_are_no_pronoun() -> None:
    made = scene("The Water Health Organization met. WHO said so.", Organization="Water Health Organization")
    assert called(last_speaker(made, "WHO").figure) == "Water Health Organization"
    made = scene("Tom Hale, WHO LEFT, said so.", Person="Tom Hale")
    assert called(last_speaker(made, "WHO").figure) == "Tom Hale"


def test_an_indefinite_person_is_a_new_one() -> None:
    made = scene("A nurse said so. A nurse in the next ward said no.")
    first, second = last_speaker(made, "A nurse"), last_speaker(made, "A nurse", "A nurse")
    assert first.figure is not second.figure


@pytest.mark.parametrize(
    ("text", "phrases", "speaker"),
    [
        ("Tom Hale left. “Yes,” said Jo Vo. “No,” he said. “Never,” he said.", ["Jo Vo", "he", "he"], "Jo Vo"),
        ("Ana Ruiz’s mother told her so. “No,” she said.", ["Ana Ruiz’s mother", "she"], "Ana Ruiz"),
        ("Tom Hale was asked of an interview with Jo Vo in which he said so.", ["he"], "Jo Vo"),
        ("“It holds,” Ana Ruiz said. Rebecca Vo wept as she spoke of it.", ["Ana Ruiz", "she"], "Rebecca Vo"),
        ("Ana Ruiz, Ana Ruiz and Ana Ruiz met. Kim Vo of Selm spoke. She said so.", ["She"], "Kim Vo"),
    ],
)
def test_who_goes_on_speaking(text: str, phrases: list[str], speaker: str) -> None:
    made = scene(text, Person="Ana Ruiz|Tom Hale|Jo Vo|Kim Vo|Rebecca Vo", Place="Selm")
    assert called(last_speaker(made, *phrases).figure) == speaker


def test_who_speaks_in_what_another_says_is_not_the_latest_speaker() -> None:
    made = scene("Tom Hale said that Jo Vo said so. He said it again.", Person="Tom Hale|Jo Vo")
    last_speaker(made, "Tom Hale")
    at = made.text.index("Jo Vo")
    refer.speaker(made, (at, at + 5), (at + 6, at + 10), inner=True)
    assert [called(said.figure) for _, said in made.spoke] == ["Tom Hale"]


@pytest.mark.parametrize(
    ("text", "phrase", "speaker"),
    [
        ("They sued the Oland Archives. The archives said so.", "The archives", "Oland Archives"),
        ("Selm Airlines sued the Aviation Authority. The airline said so.", "The airline", "Selm Airlines"),
        ("Selm Airlines sued the Aviation Authority. The authority said so.", "The authority", "Aviation Authority"),
    ],
)
def test_bodies_by_a_word_of_their_names(text: str, phrase: str, speaker: str | None) -> None:
    made = scene(text, Organization="Oland Archives|Selm Airlines|Aviation Authority")
    assert called(last_speaker(made, phrase).figure) == speaker


@pytest.mark.parametrize(
    ("after", "phrase", "speaker"),
    [
        ("The rugby legend added it.", "The rugby legend", "Ana Ruiz"),
        ("Tom Hale left. The rugby legend added it.", "The rugby legend", "rugby legend"),
        ("The rugby legend’s wife added it.", "The rugby legend’s wife", "rugby legend’s wife"),
        ("A rugby legend added it.", "A rugby legend", "rugby legend"),
        ("The girl, now 17, had told it.", "The girl, now 17,", "girl"),
        ("The rugby widower added it.", "The rugby widower", "rugby widower"),
        ("The legend of Selm added it.", "The legend of Selm", "legend of Selm"),
        ("The harbour prosecutor added it.", "The harbour prosecutor", "harbour prosecutor"),
        ("It rained. It snowed. The rugby legend added it.", "The rugby legend", "rugby legend"),
        ("The Irish prime minister added it.", "The Irish prime minister", "Irish prime minister"),
    ],
)
def test_who_has_just_spoken_is_called_anew(after: str, phrase: str, speaker: str) -> None:
    text = "Ana Ruiz, the Swedish envoy, said so. " + after
    made = scene(text, Person="Ana Ruiz|Tom Hale", Place="Selm")
    assert called(last_speaker(made, "Ana Ruiz", phrase).figure) == speaker


def test_who_has_spoken_is_rather_the_official_than_who_has_not() -> None:
    text = "Tom Hale, an envoy, said it rained. It rained a lot. They met the wife of Ben Vo. The official said so."
    assert called(last_speaker(scene(text, Person="Tom Hale|Ben Vo"), "Tom Hale", "The official").figure) == "Tom Hale"


@pytest.mark.parametrize(("role", "behalf"), [("writer", None), ("leader", "Tarval"), ("spokesman", "Tarval")])
def test_an_ethnic_group_is_not_who_its_writer_speaks_for(role: str, behalf: str | None) -> None:
    made = scene(f"The Tarval, as they are called, met. Tom Hale, a {role} of the Tarval, said so.", Person="Tom Hale", NORP="Tarval")
    assert called(last_speaker(made, "Tom Hale").on_behalf_of) == behalf


@pytest.mark.parametrize(
    ("phrase", "speaker"),
    [("Ruiz", "Ana Ruiz"), ("Ms. Ruiz", "Ana Ruiz"), ("Mr. Ruiz", "Leo Ruiz"), ("Leo Ruiz", "Leo Ruiz")],
)
def test_of_namesakes_the_one_who_spoke(phrase: str, speaker: str) -> None:
    made = scene(f"Ana Ruiz said so. Her son Leo Ruiz fell. {phrase} said more.", Person="Ana Ruiz|Leo Ruiz|Ruiz")
    last_speaker(made, "Ana Ruiz")
    at = place(made.text, phrase)
    assert called(refer.speaker(made, at, (at[1] + 1, at[1] + 5)).figure) == speaker


@pytest.mark.parametrize(
    ("text", "phrases", "content", "speaker"),
    [
        ("Tom Hale spoke. Jo Vo's plan was sound, he said.", ["he"], "Jo Vo's plan was sound", "Tom Hale"),
        ("Tom Hale spoke. He said Jo Vo was late.", ["He"], "Jo Vo was late", "Tom Hale"),
        ("Tom Hale spoke. “Hale is tired,” he said.", ["he"], "Hale is tired", None),
        ("Tom Hale, he said, was late.", ["he"], "Tom Hale", "Tom Hale"),
        ("Tom Hale left. The man said Hale was late.", ["The man"], "Hale was late", "man"),
        ("Tom Hale left. The man said bread was dear.", ["The man"], "bread was dear", "Tom Hale"),
        ("Tom Hale spoke. His lawyer, Ana Ruiz, said Hale was ill.", ["His lawyer, Ana Ruiz,"], "Hale was ill", "Ana Ruiz"),
    ],
)
def test_who_is_named_in_what_is_said(text: str, phrases: list[str], content: str, speaker: str | None) -> None:
    made = scene(text, **KINDS)
    made.tells((place(text, content),))
    assert called(last_speaker(made, *phrases).figure) == speaker


@pytest.mark.parametrize(
    ("clause", "speaker"),
    [
        ("who denies hitting her, ", "dentist"),
        ("who denies hitting him, ", "Ana Ruiz"),
        ("who sold her a car, ", "Ana Ruiz"),
        ("who was late, ", "Ana Ruiz"),
    ],
)
def test_who_did_something_to_her_is_another(clause: str, speaker: str) -> None:
    made = scene(f"Ms. Ana Ruiz left. The dentist, {clause}said so.", **KINDS)
    assert called(refer.speaker(made, place(made.text, "The dentist"), place(made.text, "said")).figure) == speaker


@pytest.mark.parametrize(
    ("text", "phrases", "speaker"),
    [
        ("The Selm Council met. It rained. ENGO spoke. The council said so.", ["ENGO", "The council"], "Selm Council"),
        (
            "The Selm Council met. It rained. It snowed. It froze. It thawed. It rained. ENGO spoke. The council said so.",
            ["ENGO", "The council"],
            "Selm Council",
        ),
        ("ENGO spoke. The council said so.", ["ENGO", "The council"], "ENGO"),
        (
            "Human rights groups in Selm fell out. Lune Watch spoke. The human rights group said so.",
            ["Lune Watch", "The human rights group"],
            "Lune Watch",
        ),
        (
            "The Central Bank of Oland spoke. The banking regulator said so.",
            ["The Central Bank of Oland", "The banking regulator"],
            "Central Bank of Oland",
        ),
        ("The Bank of Oland spoke. The banking regulator said so.", ["The Bank of Oland", "The banking regulator"], "banking regulator"),
        (
            "Lune Watch spoke. The regional harbour agency said so.",
            ["Lune Watch", "The regional harbour agency"],
            "regional harbour agency",
        ),
        ("The Union of Bakers met. The trade union said so.", ["The trade union"], "Union of Bakers"),
        ("The Union of Bakers met. The harbour union said so.", ["The harbour union"], "harbour union"),
        ("The ruling Harvest Party met the Lune Party. The ruling party said so.", ["The ruling party"], "Harvest Party"),
        ("The Harvest Party met the Lune Party. The ruling party said so.", ["The ruling party"], "ruling party"),
        (
            "The Selm Council met. The Lune Council said no. “I like the Selm Council.” It left. The council said so.",
            ["The Lune Council", "The council"],
            "Lune Council",
        ),
        ("An argument with harbour police ended. The police said so.", ["The police"], "police"),
        (
            "One of the oldest councils in Oland, the Selm Council, said so.",
            ["One of the oldest councils in Oland, the Selm Council"],
            "Selm Council",
        ),
        (
            "Officials in the oldest town, Lune Watch, said so.",
            ["Officials in the oldest town, Lune Watch"],
            "Officials in the oldest town",
        ),
        ("A line that Oland’s oldest council Selm Council said it holds.", ["that Oland’s oldest council Selm Council"], "Selm Council"),
        ("The Selm Council heard that it rained.", ["The Selm Council"], None),
        ("Lune Watch heard that it rained.", ["Lune Watch"], "Lune Watch"),
    ],
)
def test_bodies_by_words_for_them(text: str, phrases: list[str], speaker: str | None) -> None:
    organizations = "Selm Council|ENGO|Lune Watch|Central Bank of Oland|Bank of Oland|Union of Bakers|Harvest Party|Lune Party|Lune Council"
    assert called(last_speaker(scene(text, Organization=organizations), *phrases).figure) == speaker


def test_who_had_no_part_in_a_study_is_not_behind_the_report() -> None:
    for part, speaker in (("who was not involved in the study, ", None), ("in a report, ", "Jo Vo")):
        made = scene(f"Jo Vo, {part}said it held. The report says so.", **KINDS)
        sentence = made.sentence(0)
        found = refer.speaker(made, place(made.text, "Jo Vo"), place(made.text, "said"))
        papers.remember(made, found, sentence, (place(made.text, "it held"),), "said")
        assert called(refer.speaker(made, place(made.text, "The report"), place(made.text, "says")).figure) == speaker


@pytest.mark.parametrize(("phrase", "kind"), [("A prison guard", "Person"), ("The coast guard", "Organization"), ("The guard", "Person")])
def test_a_guard_is_one_person(phrase: str, kind: str) -> None:
    figure = last_speaker(scene(f"{phrase} said so."), phrase).figure
    assert (figure.type if figure else None) == kind


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("It fell, jury told", "jury", True),
        ("It fell, trustees told", "trustees", True),
        ("It fell, MPs told\nRain.", "MPs", True),
        ("It fell, the jury told Hale", "jury", False),
        ("It fell, Hale told", "Hale", False),
    ],
)
def test_who_is_told_in_a_headline_does_not_speak(text: str, source: str, *, told: bool) -> None:
    draft = Draft((place(text, source),), (place(text, "told"),), ((0, 7),), 0.9, "test")
    assert refer.is_told(text, draft) == told
