"""What the steps of an alignment cost, in shares of one hanzi wholly read: 0 for official, about 1 for nothing alike.

These are the model of how Korean writers render Chinese, not thresholds of use: those stand in the policy file.
"""

UNREAD = 0.8  # a hanzi that nothing in the Hangul renders
EXTRA = 0.5  # a Hangul syllable that renders nothing
SWAP = 1.0  # one syllable for one hanzi with no likeness: cheaper than both of the above
GAP = 0.04  # a blank inside the name
SIGN = 0.2  # a dot or hyphen among the hanzi that the Hangul has not
RENDERED = {"translation": 0.08, "expansion": 0.1, "loan": 0.04, "brand": 0.04, "word": 0.0}
BRAND = 0.55  # for each hanzi at the head that an unknown brand stands for: 투조이 for 天九
MID_WORD = 0.12  # a name that begins inside a written word: 주칭다오(靑島)
SLACK = 1.3  # what a path may cost beyond the mean that counts as a reading, while it is searched

EASY = 0.15  # mean cost up to which a reading without slips or losses is taken, and no wider search made

SINO = 0.03  # a Sino-Korean syllable: just dearer than the official Mandarin form, cheaper than any drift
RARER = 0.05  # each further Mandarin reading of a character costs a little more than the one before
DRIFT = 0.07  # up to here a Mandarin spelling is everyday drift; a looser one is Sino-Korean where that fits exactly
NEAR = {"onset": 0.4, "vowel": 0.42, "coda": 0.3}  # a wrong jamo that jamo_near.tsv does not list
NEAR_LIMIT = 0.75  # two jamo of three wrong is no rendering any more
