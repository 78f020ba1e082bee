"""What officials say, who did the work, and what every office adds at the end."""

from annotator.demo.grammar import bank

_QUOTES = {
    "child": """
No child should have to fear the person at the other end of a conversation.

Children live a good part of their lives online, and our duty to protect them does not stop at the
screen.

We will keep looking for those who use the internet to reach children, whatever name they use.

Parents cannot watch every message. When something goes wrong they can count on us.

The officers who do this work see things nobody should have to see, and I am grateful to them.

Those who believe that a false name on the internet will hide them are mistaken.

Protecting children is the most important thing we do.

A child’s trust was abused here. That is what the law forbids, and what we prosecute.

We ask parents to talk with their children about whom they know online, and how.

This office, our partners and the task force share one aim: that children grow up safe.

There is no distance and no screen name that puts an offender out of our reach.

Today’s result cannot undo what happened, but it lets a family know that it was heard.
""",
    "money": """
Those who take people’s savings by a lie will answer for it.

If an offer comes from someone you have never met, ask a person you trust before you send money.

The victims in this case worked all their lives for what was taken from them in an afternoon.

Fraud has moved to social media, and so have we.

What looked like friendship was a method.

We shall do what we can to see the victims repaid.
""",
    "threats": """
Free speech is precious. A threat of violence is not part of it.

No one should have to leave home out of fear of what a stranger has typed.

We take every threat seriously, and we cannot assume that any of them is a joke.

Words of this kind have a cost: a school closed, a family in hiding, officers called away from
other work.

There is a person at the other end of every message.
""",
    "violence": """
Our aim is simple: safer streets, and fewer funerals.

The people of {county} deserve streets on which their children can play.

Cooperation between federal and local officers made this case, and will make the next one.

Those who bring harm into our towns should expect to hear from us.

We follow the evidence where it leads, and nowadays much of it is online.
""",
    "terror": """
Preventing an attack before it happens is the first duty of the FBI.

Propaganda on the internet reaches into every town, and so must our attention.

A vigilant public is the best protection we have.

This case shows how much a timely word from those who know a person can do.
""",
    "plain": """
We thank all the agencies that took part for patient and careful work.

The law applies to everyone in this district alike.

This was good police work, done step by step.

Our partners here did what they always do: they listened, they checked, and they did not let go.

Results such as this come of agencies working together.

This office will go on bringing such cases.

I commend the investigators, who gave this case the time it needed.

Honest people should not have to pay for the dishonesty of others.
""",
}
QUOTES = {kind: bank(text) for kind, text in _QUOTES.items()}
QUOTE_KIND = {
    "images": "child",
    "grooming": "child",
    "grooming-undercover": "child",
    "trafficking": "child",
    "fraud": "money",
    "threats": "threats",
    "drugs": "violence",
    "firearms": "violence",
    "gang": "violence",
    "terrorism": "terror",
}

SAID = bank("""
“{quote}” said {speaker}.

“{quote}” {speaker_} said{day_}. “{second}”

“{quote}” said {speaker}. “{second}”

In a statement, {speaker_} said: “{quote_}”

{speaker_} commented: “{quote_} {second}”

“{second_}” {speaker_} said. “{quote_}”

According to {speaker}, the matter has a wider meaning. “{quote_}”

{speaker_} praised all who had worked on the case. “{quote_}”
""")

CREDITS = bank("""
The case <is being|was> investigated by {agency} and {local}. {ausa} is prosecuting it.

{agency_c} investigated the case with the help of {local} and {deputies}. It is being prosecuted
by {ausa}.

This case was investigated by {agency}. {ausa} <represents|appears for> the government.

{usa} thanked {agency}, {local} and {deputies} for their work. {ausa} is handling the prosecution.

Investigating agencies: {agency}; {local}. Prosecutor: {ausa}.

{ausa} prosecuted the case, which was investigated by {local} and {agency}.

The investigation was conducted jointly by {deputies} and {agency}<, with assistance from
{local}|>. {ausa} is in charge of the prosecution.

Assisting in the case were {local} and {deputies}; {agency} led the investigation. The matter is
assigned to {ausa}.
""")

_CHILD = bank("""
This case was brought under Project Safe Childhood, through which the Department of Justice has
since 2006 brought together federal, state and local efforts to find and prosecute those who
exploit children by way of the internet, and to identify and help their victims.

Project Safe Childhood is a national program of the Department of Justice. It unites the U.S.
Attorneys’ Offices, federal investigators and local police in cases of the exploitation of
children.

The prosecution is part of Project Safe Childhood, begun in May 2006 to answer the growing number
of offenses against children that are committed online. U.S. Attorneys’ Offices and the Criminal
Division’s Child Exploitation and Obscenity Section lead it.

The charges are part of the Project Safe Childhood initiative. More about it may be found on the
website of the Department of Justice [DOJ], under the heading “resources.”

Through Project Safe Childhood, a program of the Department of Justice, this office works with
{taskforce} to protect children from exploitation and to teach families how to stay safe online.

{taskforce_c} is one of 61 such task forces throughout the country, in which federal, state and
local officers work together on offenses against children.
""")
_GUNS = bank("""
The case is part of Project Safe Neighborhoods, in which prosecutors, police and communities work
together to make neighborhoods safer for everyone.

This prosecution belongs to Project Safe Neighborhoods, a program of the Department of Justice for
the reduction of violent crime.
""")
_DRUGS = bank("""
The investigation was supported by the Organized Crime Drug Enforcement Task Forces, which join
the resources of several agencies against large drug organizations.

The case was an Organized Crime Drug Enforcement Task Forces (OCDETF) investigation. OCDETF
identifies and breaks up the organizations that bring drugs into the country.
""")
_TERROR = bank("""
The Joint Terrorism Task Force in {hub}, which is led by the FBI, conducted the investigation.
Trial Attorneys of the National Security Division’s Counterterrorism Section assisted.
""")
_FRAUD = bank("""
People who believe that they have been victims of such a scheme may report it to the Internet
Crime Complaint Center or to {local}.

The office reminds the public that gift cards and money transfers are for people one knows.

The Elder Justice program of the Department of Justice coordinates work against frauds on older
Americans.
""")
BOILERPLATE = {
    "images": _CHILD,
    "grooming": _CHILD,
    "grooming-undercover": _CHILD,
    "trafficking": _CHILD,
    "firearms": _GUNS,
    "gang": _GUNS,
    "drugs": _DRUGS,
    "terrorism": _TERROR,
    "fraud": _FRAUD,
}

FURNITURE_TOP = bank("""
Share Facebook X LinkedIn Email

Press Release {date} Share Facebook X LinkedIn Email For Immediate Release U.S. Attorney’s Office,
{district}

Share Facebook Twitter Print
""")
FURNITURE_END = bank("""
Follow us on Facebook and Twitter.

Follow us on Facebook for the news of this office.

Like the U.S. Attorney’s Office on Facebook, or follow it on Twitter.

# # # Follow us on Facebook, Twitter and YouTube.

Like us on Facebook. Sign up for e-mail updates.
""")
IMMEDIATE = bank("""
FOR IMMEDIATE RELEASE

For Immediate Release – Contact: {press}, Public Information Officer, 555-01{phone}

NEWS RELEASE – U.S. Attorney’s Office, {district}
""")
PRACTICE_NOTE = (
    "Practice text: this release was invented for training. "
    "Its persons, events and quotations are not real."
)
