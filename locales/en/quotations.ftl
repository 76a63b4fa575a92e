# Quotations and statements in indirect speech.

quotations-in = Quotations: { $what }
reported-in = Reported statements: { $what }
quoted-intro = { $n ->
    [one] { $n } statement or part of one in quotation marks, by when it was said
   *[other] { $n } statements and parts of statements in quotation marks, by when they were said
} or, where the text does not tell it, by the date of the text. Terms and nicknames in marks are not listed.
reported-intro = { $n ->
    [one] { $n } statement that a text reports in its own words, not in quotation marks, by when it was made
   *[other] { $n } statements that the texts report in their own words, not in quotation marks, by when they were made
} or, where the text does not tell it, by the date of the text.
in-quotation-marks = In quotation marks:
not-in-quotation-marks = Not in quotation marks:
no-quotations = No quotations were found.
no-reported = No reported statements were found.
who-is-quoted = Who is quoted ({ $n })
who-is-reported = Who is reported ({ $n })
the-latest = The latest
quotations-undated = Texts without a date
quotations-uncertain = Year not certain

said = said
in-a-text-from = in a text from { $date }
as-quoted-in = as quoted in
as-reported-in = as reported in
the-same-text = the same text
part-of-a-sentence = (part of a sentence)
