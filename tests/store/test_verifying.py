"""What a claim is to a sentence in another tense or voice, or with other numbers."""

from __future__ import annotations

import pytest

from kg.store.verdict import ASSERTED, DISPUTED, Made, verdict


@pytest.mark.parametrize(
    ("sentence", "stance", "claim", "expected"),
    [
        ("The army withdrew from the town", "asserts", "that the army has withdrawn from the town", ASSERTED),
        ("The army withdrew from the town", "asserts", "that the army was withdrawing from the town", ASSERTED),
        ("The army withdrew from the town", "asserts", "that the army would withdraw from the town", None),
        ("The army will withdraw from the town", "asserts", "that the army had withdrawn from the town", None),
        ("The army will withdraw from the town", "asserts", "that the army would withdraw from the town", ASSERTED),
        ("The army is going to withdraw from the town", "asserts", "that the army would withdraw from the town", ASSERTED),
        ("The army plans to withdraw from the town", "asserts", "that the army would withdraw from the town", ASSERTED),
        ("The army plans to withdraw from the town", "asserts", "that the army had withdrawn from the town", None),
        ("The army withdrew from the town", "asserts", "that the army planned to withdraw from the town", None),
        ("The army withdrew from the town", "asserts", "to withdraw the army from the town", None),
        ("The army withdrew from the town", "asserts", "that the army should withdraw from the town", None),
        ("The army withdrew from the town", "asserts", "that the army had not withdrawn from the town", DISPUTED),
        ("The army withdrew from the town", "denies", "that the army had withdrawn from the town", DISPUTED),
        ("The army did not withdraw from the town", "asserts", "that the army had withdrawn from the town", DISPUTED),
        ("The army did not withdraw from the town", "denies", "that the army had withdrawn from the town", ASSERTED),
        ("The army will not withdraw from the town", "asserts", "that the army would withdraw from the town", DISPUTED),
        ("The army withdrew from the town", "asserts", "that the army would not withdraw from the town", None),
        ("rebels captured Kora", "asserts", "Kora was captured by rebels", ASSERTED),
        ("Kora was captured by rebels", "asserts", "rebels captured Kora", ASSERTED),
        ("Kora has been captured by the rebels", "asserts", "the rebels have captured Kora", ASSERTED),
        ("Kora was captured", "asserts", "rebels captured Kora", ASSERTED),
        ("Rebels captured Kora", "asserts", "Kora had been captured", None),
        ("Rebels captured Kora", "asserts", "the army captured Kora", None),
        ("Rebels captured the army", "asserts", "the army captured the rebels", None),
        ("The army attacked rebels", "asserts", "rebels were attacked by the army", ASSERTED),
        ("The army attacked rebels", "asserts", "the army was attacked by rebels", None),
        ("The minister resigned", "asserts", "that the minister had resigned", ASSERTED),
        ("The minister resigned", "asserts", "that the minister has resigned over the scandal", ASSERTED),
        ("The minister had resigned", "asserts", "the minister resigned on Monday", ASSERTED),
        ("The minister has resigned", "asserts", "that the minister would resign", None),
        ("The minister will resign", "asserts", "that the minister will resign on Friday", ASSERTED),
        ("The students were beaten by police", "asserts", "police officers beat the students with batons", ASSERTED),
        ("The students were beaten by police", "denies", "that officers had beaten the students", None),
        ("Police beat the students", "denies", "that police had beaten the students", DISPUTED),
        ("Workers went on strike", "asserts", "that workers had gone on strike", ASSERTED),
        ("The company sold the plant", "asserts", "that the plant had been sold by the company", ASSERTED),
        ("The plant was sold", "asserts", "that the company had sold the plant", ASSERTED),
        ("Soldiers shot the boy", "asserts", "that the boy had been shot by soldiers", ASSERTED),
        ("Soldiers shot the boy", "denies", "that soldiers had shot the boy", DISPUTED),
        ("Soldiers shot the boy", "denies", "that the boy had been shot by soldiers", DISPUTED),
        ("The boy was shot by soldiers", "asserts", "that no soldier had shot the boy", DISPUTED),
        ("The court freed the editor", "asserts", "the editor had been freed by the court", ASSERTED),
        ("The editor was released", "asserts", "that the editor would be released", None),
        ("The editor will be released", "asserts", "that the editor would be released", ASSERTED),
        ("The editor was released", "asserts", "that the editor might be released", None),
        ("The editor was released", "asserts", "that the editor could be released if the court agreed", None),
        ("The mine was closed in 2019", "asserts", "that the mine closed in 2019", ASSERTED),
        ("The mine was closed in 2019", "asserts", "that the mine closed in 2021", None),
        ("The factory dumped waste into the river", "asserts", "that waste was being dumped into the river by the factory", ASSERTED),
        ("Two soldiers were killed in the attack", "asserts", "that the attack had killed two soldiers", ASSERTED),
        ("Two soldiers were killed in the attack", "asserts", "that the attack had killed five soldiers", DISPUTED),
        ("The bank lied to its customers", "asserts", "that the bank has been lying to its customers", ASSERTED),
        ("The bank lied to its customers", "asserts", "that the bank had never lied to its customers", DISPUTED),
        ("The ship sank after a collision", "asserts", "the ship had been sunk after a collision", ASSERTED),
        ("The talks began on Monday", "asserts", "that talks would begin on Monday", None),
        ("The talks began on Monday", "asserts", "that talks had begun on Monday", ASSERTED),
        ("The talks have broken down", "asserts", "that the talks broke down", ASSERTED),
        ("Taxes rose", "asserts", "that taxes would rise", None),
        ("Taxes will rise", "asserts", "that taxes would rise", ASSERTED),
        ("The rebels hold the town", "asserts", "that the rebels held the town", ASSERTED),
        ("The rebels hold the town", "asserts", "that the rebels were holding the town", ASSERTED),
        ("The minister took bribes", "asserts", "that the minister had taken bribes", ASSERTED),
        ("The minister took bribes", "asserts", "that bribes had been taken by the minister", ASSERTED),
        ("The minister took bribes", "asserts", "that the minister had been given bribes", None),
        ("The firm paid officials", "asserts", "that officials had been paid by the firm", ASSERTED),
        ("The firm paid officials", "asserts", "that officials had paid the firm", None),
        ("Police arrested the mayor", "asserts", "the mayor was arrested", None),
        ("The mayor was arrested", "asserts", "police arrested the mayor", ASSERTED),
        ("The mayor was arrested by police", "asserts", "the mayor was arrested on Monday", None),
        ("The dam broke because it was old", "asserts", "that the dam had broken because it was old", ASSERTED),
        ("The ministry hid the report", "asserts", "that the report was hidden by the ministry", ASSERTED),
        ("The ministry hid the report", "asserts", "that the ministry was hiding the report", ASSERTED),
        ("Troops left Kora", "asserts", "that troops had left Kora", ASSERTED),
        ("Troops left Kora", "asserts", "that troops were leaving Kora", ASSERTED),
        ("Troops left Kora", "asserts", "that troops would leave Kora", None),
        ("Troops left Kora", "asserts", "that troops were to leave Kora", None),
        ("Troops left Kora", "asserts", "that troops intend to leave Kora", None),
        ("Troops left Kora", "asserts", "that troops were about to leave Kora", None),
        ("Troops left Kora", "asserts", "that troops had agreed to leave Kora", None),
        ("Troops left Kora", "asserts", "that troops had refused to leave Kora", None),
        ("Troops left Kora", "asserts", "that troops had been ordered to leave Kora", None),
        ("Troops left Kora", "asserts", "that it wanted troops to leave Kora", None),
        ("Troops left Kora", "asserts", "that troops had to leave Kora", None),
        ("Troops left Kora", "asserts", "that troops had begun to leave Kora", ASSERTED),
        ("Troops are leaving Kora", "asserts", "that troops had begun leaving Kora", ASSERTED),
        ("The fire was set by the owner", "asserts", "that the owner had set the fire", ASSERTED),
        ("The owner set the fire", "asserts", "that the fire had been set by the owner", ASSERTED),
        ("The drug was approved by the agency", "asserts", "that the agency has approved the drug", ASSERTED),
        ("The drug was approved by the agency", "asserts", "that the agency will approve the drug", None),
        ("The agency approved the drug", "asserts", "approval of the drug by the agency", ASSERTED),
        ("The village was burned by soldiers", "asserts", "soldiers burnt the village", ASSERTED),
        ("3 million people signed the petition", "asserts", "that 4.2 million people had signed the petition", DISPUTED),
        ("3 million people signed the petition", "asserts", "that at least 2 million people had signed the petition", None),
        ("1,200 people marched in Selm", "asserts", "about 300 people had marched in the port of Selm", DISPUTED),
        ("1,200 people marched in Selm", "asserts", "about 300 soldiers had marched in the port of Selm", None),
        ("1,200 people marched in Selm", "asserts", "people had marched in Selm", None),
        ("People marched in Selm", "asserts", "about 300 people had marched in Selm", ASSERTED),
        ("The clean-up will cost $5 billion", "asserts", "the clean-up would cost $3 billion", DISPUTED),
        ("The Selm bypass will open in July", "asserts", "the Selm bypass would open in June", DISPUTED),
        ("The Selm bypass will open in July", "asserts", "the Selm bypass would not open in June", None),
        ("The Selm bypass will open in September", "asserts", "the Selm bypass would not open before September", None),
        ("The Selm bypass will not open before September", "asserts", "the Selm bypass would not open before September", ASSERTED),
        ("The pension age will be raised to 66", "asserts", "that the age would be raised to 65, not 66", DISPUTED),
        ("The pension age will be raised to 65", "asserts", "that the age would be raised to 65, not 66", ASSERTED),
        ("The pension age will be raised to 65, not 66", "asserts", "that the pension age would be raised to 65, not 66", ASSERTED),
        ("United lost to City", "asserts", "United beat City on Sunday", DISPUTED),
        ("City beat United", "asserts", "United beat City on Sunday", DISPUTED),
        ("United drew with City", "asserts", "United beat City on Sunday", DISPUTED),
        ("United beat City", "asserts", "United beat City on Sunday", ASSERTED),
        ("Coffee raises the risk of a stroke", "asserts", "coffee lowers the risk of a stroke", DISPUTED),
        ("Tea lowers the risk of a stroke", "asserts", "coffee lowers the risk of a stroke", None),
        ("Two women attacked a man", "asserts", "a man attacked two women in the park", None),
        ("The bank owes the city 5 million dollars", "asserts", "the city owes 5 million dollars to the bank", None),
        ("Hale hired his cousin in 2019", "asserts", "Ruiz hired his cousin in 2019", None),
        ("Hale hired his cousin in 2019", "asserts", "Ana Ruiz hired Tom Hale’s cousin in 2019", None),
        ("Karsia’s army wounded 20 civilians in Selm", "asserts", "Karsia’s army killed 20 civilians in Selm", None),
        ("Karsia’s army killed 20 civilians in Orlen", "asserts", "Karsia’s army killed 20 civilians in Selm", None),
        ("Sudland’s army killed 20 civilians in Selm", "asserts", "Karsia’s army killed 20 civilians in Selm", None),
        ("Karsia’s army killed 30 civilians in Selm", "asserts", "Karsia’s army killed 20 civilians in Selm", DISPUTED),
        ("She resigned", "asserts", "Why did you resign?", None),
        ("No school will close", "asserts", "No school will close. Claims by the union that six schools will close are untrue", ASSERTED),
        ("Six schools will close", "asserts", "No school will close. Claims by the union that six schools will close are untrue", DISPUTED),
        ("Six schools will close", "asserts", "Claims that six schools will close are untrue", None),
        ("The bridge is not safe", "asserts", "the report was out of date and that the bridge was not safe", ASSERTED),
        ("The bridge is not safe", "asserts", "The bridge is safe to use and should be opened now", DISPUTED),
        ("No one died", "asserts", "one person has died", None),
        ("No one died", "asserts", "no one had died", ASSERTED),
    ],
)
def test_a_sentence_in_other_words(sentence: str, stance: str, claim: str, expected: str | None) -> None:
    assert verdict(sentence, Made("", "", claim, stance)) == expected


@pytest.mark.parametrize(
    ("sentence", "claim", "voices", "direct", "expected"),
    [
        ("The rebels have captured the Selm Valley.", "to have captured the Selm Valley", "Rebels", False, ASSERTED),
        ("The rebels have captured the Selm Valley.", "that they had captured the Selm Valley", "Rebels", False, ASSERTED),
        ("The rebels have captured the Selm Valley.", "We have captured the Selm Valley", "Rebels", True, ASSERTED),
        ("The Dorn Front has captured the Selm Valley.", "They have captured the Selm Valley", "Dorn Front", True, None),
        ("The rebels control the Selm Valley.", "to have captured the Selm Valley", "Rebels", False, ASSERTED),
        (
            "The rebels control the Selm Valley.",
            "that its forces were still positioned across the Selm Valley",
            "Dorn Front",
            False,
            DISPUTED,
        ),
        ("The rebels control the Selm Valley.", "our forces still hold the Selm Valley", "Dorn Front", True, DISPUTED),
        ("The rebels control the Selm Valley.", "the Selm Valley fell to the Free Emirate", "Ben Ork|Rebels", True, None),
        ("The rebels control the Selm Valley.", "that they had captured the Dorn Valley", "Rebels", False, None),
        ("The mayor stole the money.", "that he had not stolen the money", "the mayor", False, DISPUTED),
        ("The rebels will fight on.", "to fight on", "Rebels", False, None),
        ("The rebels have captured the Selm Valley.", "to have captured the Selm Valley", "", False, None),
    ],
)
def test_a_claim_that_leaves_out_its_speaker(sentence: str, claim: str, voices: str, direct: bool, expected: str | None) -> None:
    made = Made("", "", claim, "asserts", voices=tuple(voices.split("|")) if voices else (), direct=direct)
    assert verdict(sentence, made) == expected


def test_who_denies_a_claim_is_not_whom_it_tells_of() -> None:
    denial = Made("", "", "that they had captured the Selm Valley", "disputes", voices=("Dorn Front",))
    assert verdict("The Dorn Front has captured the Selm Valley.", denial) is None


AROUND = "Tens of thousands marched in Selm The union said 150,000 people took part; police put the number at 12,000. The march was calm."


@pytest.mark.parametrize(
    ("sentence", "claim", "expected"),
    [
        ("12,000 people took part in the march", "the number at 12,000", ASSERTED),
        ("150,000 people took part in the march", "the number at 12,000", DISPUTED),
        ("150,000 people took part in the march", "150,000 people took part", ASSERTED),
        ("12,000 people took part in the strike", "the number at 12,000", None),
        ("12,000 people took part", "the number at 12,000", None),
        ("12,000 people were killed in Selm", "the number at 12,000", None),
        ("12,000 people were killed in Selm", "the death toll at 12,000", ASSERTED),
        ("12,000 people were killed in Selm", "the death toll at 40", DISPUTED),
        (
            "12,000 people were killed in Selm",
            "that the death toll could be 12,000 once hospitals of all towns had reported",
            None,
        ),
    ],
)
def test_a_number_counts_what_its_article_tells(sentence: str, claim: str, expected: str | None) -> None:
    told = "The union said 150,000 people took part; police put the number at 12,000."
    assert verdict(sentence, Made("", "", claim, "asserts", (), told, AROUND)) == expected
