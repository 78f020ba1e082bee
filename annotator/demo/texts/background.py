"""What releases add beyond the case itself: context, advice, how such cases are worked."""

from annotator.demo.grammar import bank

_CHILD = bank("""
Investigators remind families that most first contacts are harmless in tone. An adult who means
ill will often spend weeks on talk of school, hobbies and quarrels at home before anything else is
said. A message that asks for secrecy should be shown to a parent at once.

The district has brought a growing number of such cases. In each of them the evidence is largely
electronic, and officers need special training to preserve it in a form that a court will accept.

Members of the task force come from {few} police departments, the sheriff’s office and the state
police. They share a laboratory in {seat}, in which telephones and computers are examined.

Agents executed a search warrant at the residence early in the morning. They seized electronic
devices, took photographs of the rooms and interviewed the people who lived there. Nobody was
harmed. The examination of the devices went on for several weeks.

Victims and their families may have the help of the office’s victim-witness specialists, who
explain the course of the proceedings, arrange for counseling, and are present at hearings if that
is wished.

Parents are advised to know which services their children use, to keep computers out of bedrooms
at night, and to talk with their children before there is an occasion. Schools in {county} offer
an evening course on the subject.

During the investigation, officers obtained {few} search warrants: for the account, for two
electronic mail addresses, for the residence and for a car. Each was issued by {magistrate}.

In a recorded interview {Last} described how {he} had used the account, when {he} had opened it
and on which devices. {He} was advised of {his} rights before the interview, and signed a form to
that effect.
""")
_CONTACT = bank("""
A forensic interviewer, who is trained to speak with children, met with the minor at a child
advocacy center in {other_town}. The interview was recorded so that it need not be repeated.

Anyone who has information about {Last}, or who believes that a child was in contact with {him},
is asked to call {agency} or {local}. Calls are confidential.

The identity of the minor is protected by federal law. Neither the office nor the agencies will
give any information from which it might be inferred.
""")
_MONEY = bank("""
Fraud of this kind follows a pattern. There is an attractive offer, there is a reason for haste,
and there is a way of paying that cannot be undone. The office advises the public to wait a day
and to ask a second person before sending money.

Postal inspectors and bank examiners followed the payments through {few} accounts in {seat},
{other_town} and {other_state}. Some of the money was stopped in time and has been returned.

Victims received a letter from the office that explains how a claim for restitution is made. Those
who have moved should inform the victim-witness unit of their new address.

Several victims spoke with agents only after long hesitation, because they were ashamed. The
office stresses that there is no reason for shame: the methods are practiced, and they have worked
on bankers and on police officers.

Investigators examined more than {files} pages of bank records and interviewed {few_tens}
witnesses in {few} states. An analyst prepared a chart of the payments for the court.
""")
_THREATS = bank("""
A threat need not be carried out in order to be a crime. It is enough that a person transmits it
knowing that it will be taken as a threat, and the law does not ask whether weapons were at hand.

Officers kept watch at the place concerned for {few} days and spoke with neighbors. No other
person is believed to have been involved.

Anyone who receives a threat should not answer it. Save the message, note the hour, and call
{local}; in an emergency dial 911.

A mental health professional examined {Last} at the request of the court. The report is under
seal.
""")
_VIOLENCE = bank("""
Reducing violent crime is among the first aims of the office. Prosecutors meet each month with the
commanders of {local} and of neighboring departments in order to see which cases belong in federal
court.

Agents served search warrants at {few} addresses in {town} and {other_town} on the same morning.
They were assisted by officers of the highway patrol and by a canine team.

The evidence includes recordings, laboratory reports and the testimony of {few} cooperating
witnesses. Telephone records place {Last} at the meetings that are described.

Since the beginning of the year {few_tens} defendants have been charged in this district under the
same program.
""")
_TERROR = bank("""
Members of the Joint Terrorism Task Force had the matter under observation for {few} months. The
task force is made up of officers of more than a dozen federal, state and local agencies.

To provide material support to a designated organization is a crime whether or not an attack is
planned. Money, travel and training are material support, and so is the offer of oneself as a
member.

Community leaders in {town} were informed before the announcement and have offered their help.
""")
_PLAIN = bank("""
Agents interviewed {few_tens} witnesses and examined records from {few} sources. Some of the
evidence had been gathered by {local} before the federal investigation was opened.

A search warrant was executed at an address in {town} in the early morning. Items seized there are
being kept as evidence.

The case had first been opened in state court. By agreement of both prosecutors it was taken over
by the {office_short}, because part of the conduct reached beyond {county}.

{deputies_c} and {local} have worked together with federal agents in {few} cases this year. They
share a common radio channel and an evidence room in {seat}.

Those who have suffered a loss in this matter may write to the victim-witness unit of the office,
which keeps them informed of every hearing.

{Last} has been represented by the Federal Public Defender since {his} first appearance.

At the hearing {Last} said little. A brother and two former colleagues were present.
""")

BACKGROUND = {
    "child": _CHILD,
    "contact": _CHILD + _CONTACT,
    "money": _MONEY,
    "threats": _THREATS,
    "violence": _VIOLENCE,
    "terror": _TERROR,
    "plain": _PLAIN,
}
