"""What a release says of the court, by the stage a case has come to."""

from annotator.demo.grammar import bank

OPENINGS = {
    "charged": bank("""
{who} {was} charged by criminal complaint with {charge}, {usa} announced{day_}.

{usa} announced{day_} the arrest of {who} on a complaint that charges {charge}.

Federal agents arrested {who}{day_} on a charge of {charge}, according to {usa}.

A complaint unsealed{day_} in {court} charges {who} with {charge}.

{who} made an initial appearance{day_} before {magistrate} in {seat} to answer a charge of
{charge}.

A federal complaint filed in {seat} accuses {who} of {charge}. The arrest followed{day_}.

An arrest has been made in a case of {charge}: {who} appeared{day_} in {court}.

{who} {are} in federal custody after an arrest in {other_town}. The charge is {charge}.
"""),
    "indicted": bank("""
A federal grand jury in {seat} has returned an indictment that charges {who} with {charges}, {usa}
announced{day_}.

{who} {was} indicted{day_} by a federal grand jury on {charges}.

{usa} announced that a grand jury had indicted {who} for {charge}. The indictment, in {few}
counts, was unsealed{day_}.

An indictment was returned{day_} in {court} charging {who} with {charges}.

{who} {was} arraigned{day_} on an indictment charging {charges} and pleaded not guilty.

The grand jury sitting in {seat} has charged {who} with {charges}. The indictment was made
public{day_}.

{who} {faces} trial in {seat} on {charges}, under an indictment returned{day_}.

Following a months-long inquiry, a grand jury indicted {who} for {charge}, it was announced{day_}.
"""),
    "pleaded": bank("""
{who} pleaded guilty{day_} in {court} to {charges}.

{who} pleaded guilty before {judge}{day_} to {charges}, announced {usa}.

{usa} announced that {who} pleaded guilty{day_} to {charges}.

{who} admitted {guilt} in {court}{day_} and entered a plea of guilty to {charges}.

Appearing{day_} before {judge}, {who} entered a guilty plea to {charge}.

A plea of guilty to {charges} was entered{day_} by {who}, {usa} said.

{who} {has} pled guilty to {charge}, according to a statement{day_} by {usa}.
"""),
    "convicted": bank("""
A federal jury in {seat} found {who} guilty{day_} of {charges}.

After a trial of {few} days, a jury convicted {who}{day_} of {charges}, {usa} announced.

{who} {was} convicted{day_} of {charge} by a jury of <seven women and five men|eight men and four
women>.

{usa} announced{day_} the conviction at trial of {who} for {charge}.
"""),
    "sentenced": bank("""
{who} {was} sentenced{day_} to {terms} in <federal prison|prison> for {charge}.

{judge} sentenced {who}{day_} to {terms} of imprisonment for {charge}, announced {usa}.

{usa} announced that {who} {was} sentenced{day_} to {terms} in prison, <to be followed by|and to>
{release}, for {charge}.

For {charge}, {who} must serve {terms} in federal prison, {judge} ruled{day_}.

{who} convicted of {charge}, received a sentence of {terms}{day_} in {court}.

A sentence of {terms} was imposed{day_} on {who} for {charge}.

{who} will spend {terms} in federal prison. {judge} pronounced the sentence{day_} for {charge}.
"""),
}

SOURCES = {
    "charged": ("the complaint", "court documents", "an affidavit filed with the complaint"),
    "indicted": ("the indictment", "court documents", "court records"),
    "pleaded": ("the plea agreement", "court documents", "facts admitted with the plea"),
    "convicted": ("evidence presented at trial", "testimony at the trial", "court documents"),
    "sentenced": ("court documents", "the plea agreement", "documents filed in the case"),
}

ATTRIBUTIONS = {
    "charged": bank("""
According to {source}, {facts}

In {source} it is alleged that {facts}

As alleged in {source}, {facts}
"""),
    "indicted": bank("""
According to {source}, {facts}

It is alleged that {facts}

The government charges that {facts}

The charging papers tell it in this way: {facts}
"""),
    "pleaded": bank("""
According to {source}, {facts}

In pleading guilty, {Last} admitted the facts set out by the prosecution, namely that {facts}

What happened is described in {source}: {facts}
"""),
    "convicted": bank("""
According to {source}, {facts}

The government proved at trial that {facts}

The jury heard that {facts}
"""),
    "sentenced": bank("""
According to {source}, {facts}

As was admitted in earlier proceedings, {facts}

Court records show that {facts}

{Facts}
"""),
}

COURT = {
    "charged": bank("""
<At a detention hearing {magistrate} ordered that {Last} be held without bond|{magistrate} ordered
that {Last} be held until a hearing on {later}|{Last} was released on conditions set by
{magistrate}>.

A preliminary hearing is set for {later} before {magistrate}.

The case will be presented to a grand jury.

{Last} has not yet entered a plea.
"""),
    "indicted": bank("""
Trial is set for {later} before {judge}.

{Last} was ordered detained by {magistrate} pending trial.

The indictment also gives notice that the government seeks forfeiture of property that was used in
the offense.

{Last} is to be arraigned on {later}.

Counts <Nos. 3-5|Nos. 2-4|One to Three> concern the same course of conduct on other days.
"""),
    "pleaded": bank("""
<{judge} set sentencing for {later}|Sentencing is scheduled for {later}; until then {Last} remains
in custody|{Last} remains free on bond until sentencing, which is set for {later}>.

The government agreed to dismiss Counts Nos. <3-5|2-6|2 and 3> of the indictment at sentencing.

As part of the plea agreement {Last} will <give up property that was used|pay restitution to any
victim>.

A presentence report will be prepared before {judge} decides on the sentence.
"""),
    "convicted": bank("""
{judge}, who presided over the trial, set sentencing for {later}.

The jury deliberated for <three hours|most of a day|an afternoon>.

{Last}, who testified in {his} own defense, was taken into custody after the verdict.
"""),
    "sentenced": bank("""
{judge} also ordered {release} and {assessment}.

After the prison term {Last} will be subject to {release}. There is no parole in the federal
system.

In fixing the sentence {judge} spoke of the <seriousness of the offense|need to deter others|harm
done>.

{Last} pleaded guilty on {earlier_day}.

“<This was not a single lapse|The court has read every letter|The harm here will last>,” {judge}
said in pronouncing the sentence.

{Last} must report to a place to be named by the Bureau of Prisons on {later}.
"""),
}

FIRST_COURT = bank("""
The case number is {docket}.

Court records may be found under Case No. {docket}.

See <docket|Case> No. {docket}.
""")

_MAXIMA = """
The charge carries {minimum_}a maximum penalty of {maximum} in prison.

The maximum sentence is {maximum} in prison. Any sentence will be set by the court under the
advisory U.S. Sentencing Guidelines.

By statute ({statute}) the offense is punishable by {minimum_}up to {maximum} in prison. <The
sentence will be determined by the judge, who considers the Sentencing Guidelines and other
factors|Actual sentences are usually lower than the maximum>.

{one} could be sentenced to as much as {maximum} in prison. A federal district court judge will
decide after considering the Sentencing Guidelines and the statutory factors of 18 U.S.C. §
3553(a).
"""
PENALTIES_OPEN = bank(
    """
If convicted, {one} faces {minimum_}a maximum of {maximum} in prison, a fine of up to $250,000 and
a term of supervised release.

A conviction under {statute} means {minimum_}a maximum term of {maximum} in prison, a fine, or
both.

If found guilty, {one} may be sentenced to as much as {maximum} in prison.
"""
    + _MAXIMA
)
PENALTIES_CLOSED = bank(
    """
At sentencing {one} faces {minimum_}a maximum of {maximum} in prison and a fine of up to $250,000.

Under the terms of the statute ({statute}), {one} faces {minimum_}up to {maximum} in prison.
"""
    + _MAXIMA
)

PRESUMPTION = bank("""
An indictment is merely an accusation. {one} is presumed innocent unless and until proven guilty.

The details in the charging document are allegations. Every defendant is presumed innocent until
guilt is proven beyond a reasonable doubt in a court of law.

The public is reminded that a charge is no evidence of guilt, and that the defendant is entitled
to a fair trial.

A complaint or indictment contains only charges and is not evidence of guilt.

The charge is an allegation, and {one} is considered not guilty unless the government proves
otherwise.

<NOTE|PLEASE NOTE>: A charge is not a conviction. All defendants [DOJ] are presumed innocent.
""")

HISTORY = bank("""
{Last} was first charged on {lead_day}, as this office announced at the time.

The charge was announced on {lead_day}.

This follows the step in the same case (No. {docket}) that was announced on {lead_day}.

{Last} was {lead_age} when the case became public on {lead_day}.

Case No. {docket} first became public on {lead_day}.
""")
