"""Releases that are left out of a study: speeches, campaigns, round-ups and the like."""

from annotator.demo.occasion import occasion

_REMARKS = occasion(
    "not-a-crime",
    """
# Remarks of U.S. Attorney {usa_name} at the {conference}
# {usa_name} Delivers Remarks at {conference} in {town}
Remarks as prepared for delivery. {seat}, {date}. Good morning, and thank you for the kind
introduction. It is an honor to be among so many who have given their working lives to public
safety.

# Prepared Remarks: U.S. Attorney {usa_name}, {conference}
# Speech by U.S. Attorney {usa_name} in {town}
The following remarks were prepared for the {conference}, held in {town} on {date}. The spoken
word prevails.

# U.S. Attorney {usa_name} Speaks at {conference}
# Text of U.S. Attorney {usa_name}’s Speech at {conference}
Good afternoon. I am glad to be back in {town}, and I want to thank {partner} for bringing us
together. I have been asked to say a few words about where this office stands and where it is
going.

# Remarks by U.S. Attorney {usa_name} in {town} | U.S. Attorney {usa_name} Addresses {conference}
The text of a speech given{day_} by {usa} at the {conference} follows. It was recorded and has
been edited for length.

# {conference}: U.S. Attorney {usa_name} Speaks in {town}
# U.S. Attorney Speaks in {town}: “What I Have Learned”
{usa} spoke{day_} in {venue}. These were the words: Friends and colleagues, somebody has put a
clock in front of me, and I take the hint.

# {usa_name}: Remarks to {conference} | {conference}: Remarks of U.S. Attorney {usa_name}
Thank you all for coming. When I took this office I promised to visit every county of the
district; today’s conference brings me to {county}, and I am grateful for it.
""",
    """
Let me begin with the people. There are {n} men and women in our office. They do not seek
attention, and they seldom get any. But there is not a county in this district in which somebody
does not sleep better because of what they do.

I want to speak of partnership. A federal prosecutor without a local detective is a reader without
a book. The cases we are proudest of began at a counter in a small police station, where somebody
took the time to listen.

We often measure our work in numbers: cases filed, years imposed, dollars returned. Numbers
matter. But a prosecutor’s first duty is to see that justice is done, and there are days on which
that means to close a file.

The opioid epidemic has touched every family in {state}. We cannot arrest our way out of it, and
nobody in this room believes that we can. Treatment, prevention and enforcement belong together,
and each of them needs the other two.

When I was a young lawyer, evidence came in boxes. Today it comes on a device that fits into a
shirt pocket and holds more than all the boxes of that year. Our law schools, our police academies
and our courtrooms have had to learn a new language.

I have visited {few} high schools this spring. The students ask better questions than most
reporters. They want to know who reads what they write, how long it is kept, and what a prosecutor
may do with it. They deserve true answers.

Trust between the police and the people they serve cannot be ordered. It is built on a thousand
small occasions, a door held, a question answered, a mistake admitted, and it can be lost on a
single one.

Our Constitution does not make it easy to take away a person’s freedom. That is its purpose. Every
warrant we ask for is read by a judge who owes us nothing, and I would not have it otherwise.

We have heard today about encryption. I do not believe that safety and privacy are enemies. I do
believe that a lawful order of a court should mean something, in whatever form a message happens
to be kept.

To the victims’ advocates in this room I should like to say this: you are the memory of our cases.
Long after the verdict, when the lawyers have moved on, you still answer the telephone.

Hate is an old thing, and it finds new channels. This year we shall train {n} officers of the
district to recognize and record such incidents, because what is not recorded is not seen.

I learned from my mother, who kept a grocery in {town}, that people forgive a hard word sooner
than a broken promise. I have tried to run an office of the United States by that rule.

Allow me a word about elder fraud. The callers are patient. They know the name of a grandson. Our
answer must be patience too, and a bank clerk who asks one more question is worth a dozen
indictments.

In the coming year we shall ask {congress} for two more prosecutors and a financial analyst. We
shall also open an office day in {other_town} once a month, because not everyone can drive to
{seat}.

A courtroom is one of the few places left in which people are asked to listen for hours without
looking at a telephone. I recommend it, and not only to jurors.

I am often asked why a case takes so long. The answer is that we get one chance. An indictment
that is filed a month too early may set a guilty person free, and may ruin an innocent one.

Last winter I rode along with a deputy in {county}. In one night we saw a quarrel, a lost child,
two accidents and a man who only wanted to talk. None of it appears in any statistics that I have
ever been shown.

Civil cases seldom make the news. Yet last year our Civil Division recovered {money} for the
taxpayers, protected the benefits of {n} veterans, and settled a dispute about a river that was
older than I am.

The grand jury is an old institution. {few_c} weeks ago a member of ours, a farmer, told me that
it had been the best school he ever went to. He had learned there, he said, how hard it is to be
sure.

A word to the young lawyers. Return telephone calls. Read the whole file. Be kind to the clerks.
Never say in court what you would not say to the other side’s face.

Nobody is beyond the reach of a second chance. With {partner} we have begun a program for people
who come home from prison: a room, a ride to work, somebody who asks how it is going. Of the first
{few_tens}, all but {few} have stayed out.

Public corruption is rare in {state}, and I mean to keep it so. A small bribe is not a small
matter. It tells every honest bidder that honesty is for fools.

When a stranger sends money requests to ten thousand people, nine thousand nine hundred are
annoyed and a hundred are ruined. We look after the hundred, and we ask the others to warn their
neighbors.

On my desk stands a photograph of the courthouse in {seat} as it was a century ago. The horses are
gone, and so is the jail next door. The words over the entrance have stayed the same.

Victims have rights under the law: to be informed, to be present, to be heard. These are not
favors that we grant. If you meet anyone in this office who forgets it, I should like to know.

Drugs come to us along the interstate and, more and more, by mail. Postal inspectors found
{few_tens} parcels in one week. Each of them was addressed to a house with a mailbox and a lawn,
like yours and mine.

Let me say something about tribal lands and small towns. Distance is no excuse. A woman who lives
two hours from the next police station has the same claim on the law as one who lives across the
street from it.

Judges, defenders and prosecutors disagree with one another for a living. It is good for all three
to have lunch together now and then, and I thank the bar association for making us do so.

I read every letter that reaches me, even those in green ink. In one of them a girl of nine asked
whether I had ever put the wrong person in prison. I answered her at some length.

Human trafficking is not something that happens elsewhere. It happens at truck stops, in nail
salons and on farms. Those who see it first are waiters, nurses and drivers, and so we train
waiters, nurses and drivers.

Language matters. We have stopped saying that somebody “fell for” a fraud. People do not fall;
they are pushed.

Technology will not do our work for us. We bought a program that was to read ten thousand pages a
minute. It did. Then two people had to read what it had found, and that took a year.

A sheriff I admire used to say that the best arrest is the one you did not have to make. He kept a
list of those, and it was longer than the other.

The budget is not poetry, but I shall give you one line of it: for every dollar that this office
costs, it brought back {few} last year.

Project Safe Neighborhoods began with a simple thought: that those who live in a neighborhood know
best what ails it. We went and asked. The answers were street lamps, a boxing club, and a list of
four addresses.
""",
    """
Think of the changes in one lifetime. My grandfather had a party line; my daughter has Facebook,
and her friends tell her that Facebook is for old people. The law has to serve all three of them.

Companies have their part as well. I have spoken with people from Facebook and from others of that
size, and I have told them what I tell you: we need answers to a warrant in days, not months.

It is said that we live in bubbles, and that services such as Facebook show us only what we like
to see. Courtrooms are different. There, twelve people must listen to both sides.

Somebody filmed our last meeting and put it on Facebook, where four thousand people saw it. That
is more than all our meetings of ten years together, and I have drawn my conclusions from it.

A rumor on Facebook travels through a town in an evening. A correction takes a week. Those of us
who speak for public agencies have to be quick, plain, and right.
""",
    """
So let me close where I began, with gratitude. The oath I took has few words. I have had occasion
to think about each of them, and I have found that none is superfluous. Thank you.

Thank you, and I look forward to your questions.

That is what I wanted to say. I wish you a good conference, and a safe way home.

I began with a word of thanks, and I end with one. Thank you for your attention, and for what you
do.
""",
    weight=6,
    least=5,
    most=11,
)

_TOWN_HALL = occasion(
    "awareness",
    """
# U.S. Attorney to Hold Town Hall in {town} | Town Hall on {topic_h} to Be Held in {town}
{usa} will hold a town hall meeting on {topic} in {town} on {later} at {hour}.

# {office_h} Invites Public to Talk on {topic_h} | MEDIA ADVISORY: Public Meeting in {town}
The public is invited to a conversation about {topic} with {usa} on {later} in {venue}.

# Community Meeting on {topic_h} to Be Held in {town} | Residents of {county} Invited to Meeting
On {later}, {usa} and {partner} will be the hosts of a community meeting about {topic}. It takes
place in {venue} at {hour}.
""",
    """
The panel consists of {usa_last}, a representative of {local}, a school superintendent and a
member of the clergy. Questions may be asked from the floor or sent in beforehand.

“We have two ears and one mouth,” {usa_last} said. “I intend to use them in that proportion.”

Similar meetings were held last year in {other_town} and {seat}. From them came a list of {few}
proposals, of which most have been carried out.

Interpreters for Spanish and for American Sign Language will be present. The building is
accessible by wheelchair.

Admission is free. Doors open half an hour earlier. Recording devices are permitted.
""",
    """
Those who cannot come may watch the meeting on Facebook Live, on the page of {partner}.

The meeting will be streamed on Facebook; questions written there during the broadcast will be
read out.

A recording will afterwards be made available on Facebook and on the website of {partner}.

The event has also been announced on Facebook, where {n} people have said that they will attend.
""",
    """
Members of the press should check in with {press} at the entrance.

For information please call the office in {seat}.

WHEN: {later}, {hour}. WHERE: {venue}.
""",
    weight=3,
)

_ELECTION = occasion(
    "not-a-crime",
    """
# {office_h} Prepares for Election Day | Election Day Program Announced for {district_h}
{usa} announced{day_} that {ausa} will lead the office’s efforts in connection with the
Department’s election day program.

# U.S. Attorney Appoints Election Officer for {district_h}
# Who to Call on Election Day in the {district_h}
{ausa} has been appointed District Election Officer for the {district}, {usa} announced{day_}.
""",
    """
The officer will be on duty while the polls are open and will see to it that complaints reach the
right place.

“Every citizen must be able to vote without interference, and to have the vote counted,” said
{usa}.

The FBI will have agents available in each of its field offices to receive complaints.

Complaints about the conduct of an election may also be made to the Civil Rights Division in
Washington.

In case of violence at a polling place, local police should be called first, by dialing 911.
""",
    """
The public is asked not to report complaints in comments on Facebook, because they may not be seen
in time.

False announcements about times and places of voting, such as those seen on Facebook in earlier
years, should be reported to the same number.

The telephone numbers will also be posted on Facebook on the morning of the election.
""",
    """
The number of the officer on election day is 555-01{phone}.

The program covers all {few_tens} counties of the district.
""",
    weight=2,
)

_GRANTS = occasion(
    "not-a-crime",
    """
# {money} in Grants Awarded to {state} Communities
# {state} Communities Receive {money} for Work on {topic_h}
The Department of Justice has awarded {money} to communities in {state} for work on {topic}, {usa}
announced{day_}.

# {town} to Receive Federal Grant for {topic_h} | U.S. Attorney Announces Funding for {town}
{usa} announced{day_} that {town} will receive {money} for a program on {topic}.

# Justice Department Awards {money} to {partner_h} | Grant Supports Work on {topic_h} in {county}
A grant of {money} will help {partner} in its work on {topic}, it was announced{day_}.
""",
    """
The money will pay for {few} positions over three years, for training, and for an evaluation by a
university.

“Such funds are only a beginning,” said {usa}. “What counts is what {town} makes of them.”

Applications came from {n} towns, of which {few} were chosen by independent reviewers.

Part of the money is meant for a program that offers an alternative to arrest.

Similar grants went to {other_town} and to two counties in {other_state}.

The program is administered by the Office of Justice Programs.
""",
    """
{partner_c} means to use part of the grant for a campaign in newspapers and on Facebook.

The list of all awards can be found on the Department’s website, and news of the program on its
Facebook page.

Among the partners who add money of their own are a bank, a hospital, and the Facebook data center
in the next county.
""",
    """
The program starts in the fall.

A public report is due in two years.
""",
    weight=2,
)

_APPOINTMENT = occasion(
    "not-a-crime",
    """
# {new_name} Sworn In as First Assistant U.S. Attorney | {new_name} Takes Oath in {seat}
{new_name} took the oath of office{day_} before {judge} and joins the {office} in {seat}.

# U.S. Attorney Names {new_name} Chief of the Cyber Unit
# {new_name} to Lead Criminal Division in {seat}
{usa} announced{day_} the appointment of {new_name} to a leading position in the {office}.

# {new_name} Joins {office_h} | New Prosecutor in {seat}
The {office} welcomed {new_name}{day_}, who comes to {seat} from {other_state}.
""",
    """
{new_last} studied law in {other_state} and served as clerk to a federal judge before entering
public service.

“I grew up in {town},” {new_last} said. “To come back here for this work is more than I had hoped
for.”

In {few} years as a county prosecutor {new_last} tried {few_tens} cases before juries.

The position has been vacant since the retirement of {ausa_name}, who served for twenty-six years.

{new_last} and family live in {county}.
""",
    """
Before that, {new_last} worked for two years as counsel at Facebook, Inc., in California, on
questions of privacy.

{new_last} will also look after what the office publishes on its website and on Facebook.

{new_last} has taught courses for police officers, among them one on how to write a search warrant
for records of Facebook and similar services.
""",
    """
The office has {n} employees in {few} branches.

The appointment takes effect at once.
""",
    weight=2,
)

_ACCESS = occasion(
    "not-a-crime",
    """
# {county} Agrees to Make Services Accessible
# U.S. Attorney Announces Settlement Under the Americans with Disabilities Act
The {office} has reached an agreement with {county} under the Americans with Disabilities Act
(ADA), {usa} announced{day_}.

# {town} and Justice Department Reach Agreement on Accessibility
# Agreement With {town} Opens Services to All
{town} will make its buildings and its services on the internet accessible to people with
disabilities, under an agreement signed{day_}.
""",
    """
The agreement resolves a civil compliance review. It is not an admission of any wrong, and the
town cooperated throughout.

Within {few} months the town will name a coordinator, train its staff and publish a procedure for
complaints.

Polling places, the library and {few} parks will be rebuilt where necessary.

“Access to the courthouse should not depend on a flight of steps,” said {usa}.

The review was carried out under Project Civic Access, a program that has led to agreements with
more than two hundred communities.
""",
    """
The agreement also covers what is published on the town’s website and on its Facebook page, which
must be readable with screen-reading software.

Videos that the town puts on Facebook will in future carry captions.
""",
    """
Questions about the ADA are answered free of charge on the Department’s information line.

{ausa} represented the United States.
""",
    weight=2,
)

_FORUM = occasion(
    "awareness",
    """
# Forum on {topic_h} Brings {n} People to {town} | {office_h} and {partner_h} Hold Forum
More than {n} people came to {venue}{day_} for a forum on {topic}, to which {usa} and {partner}
had invited them.

# U.S. Attorney Opens Conference on {topic_h} | Conference on {topic_h} in {town}
{usa} opened a conference on {topic} in {town}{day_}.

# Officers From {few_tens_h} Departments Trained in {town} | Training on {topic_h} Held in {town}
Police officers, teachers and prosecutors met in {town}{day_} for a training on {topic}.

# Second Annual Workshop on {topic_h} | U.S. Attorney Hosts Workshop for {county}
A workshop on {topic}, the second of its kind, was held{day_} in {venue}.
""",
    """
In the morning, speakers dealt with the law; in the afternoon there were workshops in small
groups.

A father whose daughter had been a victim of a crime spoke about what had helped his family, and
what had not.

“No agency can do this alone,” {usa} said in opening the meeting. “I see here the people who can
do it together.”

{deputies_c} reported on a pilot project that has shortened the time between a report and the
first interview.

The participants agreed to meet again in {few} months in {other_town}.

Professor {new_name} presented figures: of all incidents, fewer than half are ever reported.
""",
    """
One workshop, given by a member of Facebook’s outreach staff, explained how officers may lawfully
request records.

Among the speakers was a representative of Facebook, who described the company’s rules and
answered questions.

A panel discussed how rumors spread on Facebook and what a police department can do to answer
them.

Parts of the forum were shown on Facebook Live and can still be seen there.
""",
    """
The event was free of charge.

Handouts may be requested from the office.
""",
    weight=4,
)

_AWARDS = occasion(
    "not-a-crime",
    """
# U.S. Attorney Presents Law Enforcement Awards | Awards Go to {few_tens_h} Officers and Agents
{usa} presented awards to {few_tens} officers, agents and volunteers at a ceremony in
{venue}{day_}.

# Crime Victims’ Rights Week Observed in {seat} | {office_h} Honors Service to Victims
In a ceremony{day_} the {office} honored people who have given special service to victims of
crime.

# {office_h} Honors Volunteers | Evening of Thanks in {town}
Volunteers from {county} were honored{day_} by {usa} for what they do for {partner}.
""",
    """
Among those honored were {new_name}, who has served as a volunteer for nineteen years, and a
dispatcher from {other_town}.

“We give out plaques once a year,” said {usa}. “They do this every day.”

A choir of {school} sang. Afterwards the guests were received in the library of the courthouse.

The award was first given in 1994 and bears the name of a deputy marshal who died on duty.

Candidates for next year may be proposed until the end of March.
""",
    """
Pictures of the ceremony can be seen on the Facebook page of the {office}.

The ceremony was filmed, and parts of it can be watched on Facebook.

The speeches of the evening were later put on Facebook by the guests.
""",
    """
The names of all honored are listed below the release on the website.

The public is welcome to next year’s ceremony.
""",
    weight=3,
)

_POLICY = occasion(
    "not-a-crime",
    """
# Statement of U.S. Attorney {usa_name} on {topic_h}
# U.S. Attorney {usa_name} on New Policy on {topic_h}
{usa} made the following statement{day_}: “The Department has issued a new policy on {topic}. This
office will carry it out with care, and will explain it to everyone whom it concerns.”

# New Task Force on {topic_h} Formed in {district_h} | Task Force on {topic_h} Begins Work
A task force on {topic} has been formed in the {district}, {usa} announced{day_}.

# {office_h} Welcomes Guidance on {topic_h} | U.S. Attorney Explains New Guidance on {topic_h}
{usa} welcomed{day_} the guidance on {topic} that was published in Washington this week.
""",
    """
Members are the {office}, {agency}, {local} and {deputies}.

The policy asks prosecutors to weigh in each case what is at stake for the community, and to
record their reasons.

“We shall be judged by what we do, not by what we announce,” {usa_last} said.

A first report is expected within {few} months.

The guidance replaces a memorandum of 2006, which was written for another time.

Local police departments have been informed in a series of meetings in {town}, {other_town} and
{seat}.
""",
    """
Comments on the guidance may be sent by letter or electronic mail; comments on Facebook cannot be
taken into account.

The statement was also published on Facebook and in the newspapers of the district.

The guidance mentions evidence from services such as Facebook, for which a warrant remains
necessary.

“Most of what we read on Facebook that day was untrue,” the statement goes on, “and so I want to
say plainly what the policy does, and what it does not do.”
""",
    """
The full text is available from the office.

# # #
""",
    weight=3,
)

_SAFETY = occasion(
    "awareness",
    """
# Back to School: What Parents Should Know About Social Media
# Before the First School Day: Tips for Parents
With the school year about to begin, {usa} and {partner} remind parents how to keep their children
safe on the internet.

# Internet Safety Program Comes to {school} | Students of {school} Learn About Online Safety
About {n} students of {school} learned{day_} how to protect themselves online, in a program that
the {office} offers free of charge.

# U.S. Attorney’s Office Offers Tips for Safe Use of the Internet
# {office_h} Marks National Missing Children’s Day
{usa} issued advice{day_} for families on the use of social media.
""",
    """
Talk with your children about whom they write to. A person who asks a child to keep a secret from
the parents is not a friend.

Keep computers in a room that the family shares, and agree on times at which telephones are put
away.

Use strong passwords, a different one for each service, and do not give them to friends.

“Children know more about the machines than we do,” said {usa}. “We know more about people.”

Save messages that worry you, do not answer them, and show them to {local}.

Schools that would like to invite a speaker may write to the office.
""",
    """
Check the privacy settings of Facebook and other services together: who may see pictures, who may
send a request?

Facebook and similar services set a minimum age of thirteen. Ask yourself whether your child is
old enough.

The program’s short films can be seen on Facebook. Like them on Facebook, and show them to other
parents. A class may ask for a Facebook guide in print as well.
""",
    """
More advice may be had from the office in {seat}.

The program has reached {n} schools so far.
""",
    weight=3,
)

_SCAMS = occasion(
    "awareness",
    """
# U.S. Attorney Warns of {scam_h} | {agency_h} and U.S. Attorney: Beware of {scam_h}
{usa} and {agency} warn the public of {scam}.

# Consumer Alert: {scam_h} | Do Not Fall for {scam_h}
Officials ask residents of {state} to be on their guard against {scam}, {usa} said{day_}.

# Consumer Protection Week: {scam_h} | Week of Advice on {scam_h}
In the week of consumer protection, the {office} draws attention to {scam}.
""",
    """
No public office will ever ask for payment by gift card.

Do not click on a link in a message you did not expect. Look up the telephone number yourself and
call.

“If you have been deceived, do not be ashamed, and do not be silent,” said {usa}.

Talk with older relatives about such calls. A second opinion is the best protection.

After a storm, check with the state whether a charity is registered before you give.
""",
    """
Be careful with requests that come by Facebook from people who seem to be friends: their accounts
may have been taken over.

Offers on Facebook that sound too good to be true should be compared with the prices of known
dealers.

Information sheets in three languages can be downloaded, and may be shared freely, on Facebook for
example.
""",
    """
Report suspicious calls to {local}.

A list of collection points and helplines is available from the office.
""",
    weight=2,
)

_CIVIL = occasion(
    "not-a-crime",
    """
# {town} Company Agrees to Pay {money} to Settle Civil Claims | {town} Firm Settles for {money}
A company in {town} has agreed to pay {money} to resolve civil claims under the False Claims Act,
{usa} announced{day_}.

# Court Approves Consent Decree With {town} Company | Civil Case Against {town} Company Concluded
{judge} has approved a consent decree between the United States and a company in {town}, it was
announced{day_}.

# Civil Settlement Announced in {seat} | {county} Company Resolves Allegations
The {office} announced{day_} that a civil matter concerning a company in {county} has been settled
for {money}.
""",
    """
The claims settled are allegations only, and there has been no determination of liability.

The matter began with a suit filed by a former employee, who will receive a part of the sum.

The company has agreed to be audited each year for {few} years.

“Those who do business with the government must keep honest books,” said {usa}.

The company cooperated and has since replaced its management.
""",
    """
The company, founded in 2009, places advertisements for its customers in newspapers, on Google and
on Facebook.

The firm, which is known for having poured the foundations of a Facebook data center, employs {n}
people.

Its customers include banks, two airlines, and Facebook.

The company announced the settlement in a post on Facebook on the same day.
""",
    """
{ausa} represented the United States in the matter.

The investigation was conducted by the office’s Civil Division.
""",
)

_ROUNDUP = occasion(
    "not-a-case",
    """
# {office_h}: The Year in Review | Figures for the Year From the {office_h}
In the past year the {office} brought charges in {n} cases, {usa} announced{day_} in a review of
the year.

# Federal Court Report for {month} | This Month in Federal Court in {seat}
The {office} today published a summary of what was done in its courtrooms in {month}. No new case
is announced.

# Project Safe Childhood: {few_tens_h} Prosecutions in One Year
# Project Safe Childhood in the {district_h}
Prosecutions under Project Safe Childhood in the {district} rose again in the past year, according
to figures published{day_}.
""",
    """
Of those sentenced, {few_tens} had been convicted of drug offenses, {few} of fraud and the others
of offenses of many kinds, some of them against minors.

Collections in criminal and civil matters came to {money}.

The average time from indictment to sentence was eleven months.

“Behind every figure there is a person who was harmed,” said {usa}.

The office tried {few_tens} cases before juries and won all but {few}.
""",
    """
In {few_tens} of the cases, records of Facebook or of another social network were obtained by
warrant.

About a third of all offenses involving minors had to do with social media, Facebook above all.

The figures cover all kinds of online communication, among them electronic mail, games and
Facebook.
""",
    """
The full statistics are available from the office.

Tables for earlier years may be had on request.
""",
)

SPANISH = occasion(
    "awareness",
    """
# Anuncio: Reunión Pública en {town} | Reunión Pública de la Fiscalía Federal en {town}
La Fiscalía Federal anuncia una reunión pública en {town}, el {date_es}. La entrada es gratuita.
""",
    """
Habrá intérpretes. Se puede llegar en autobús.

Para más información, llame a la oficina en {seat}.
""",
    """
La reunión se transmitirá también en Facebook.

Las preguntas se pueden enviar de antemano por correo o por Facebook.
""",
    """
Contacto: {press}.
""",
)

_CORRECTION = occasion(
    "other",
    """
# CORRECTION: Release of {earlier_date} | Withdrawn: Release of {earlier_date}
The press release published by this office under the date of {earlier_date} has been withdrawn and
will be replaced.
""",
    """
The office regrets the inconvenience.

The error concerned a date and the spelling of a name.
""",
    """
The withdrawn text can still be found on Facebook, where it was shared; it should not be used.

Those who passed the text on, by electronic mail or on Facebook, are asked to delete it.
""",
    """
# # #

Contact: {press}.
""",
    memo="Withdrawn by the office.",
)


_SWEEP = occasion(
    "not-a-case",
    """
# Operation in {few_tens_h} Counties Leads to {n} Arrests | {n} Arrested in Statewide Operation
In a joint operation of {few} weeks, officers in {state} arrested {n} people on warrants of many
kinds, {usa} announced{day_}.

# Search for Victims in {county} | {agency_h} Seeks Victims
{agency_c} is looking for people who may have been harmed in {county} by a person or persons whose
names are not yet known.
""",
    """
Names are not given in this release.

“The figures speak for the officers who were out every night,” said {usa}.

Some of the matters will be heard in state courts, others in federal court; they have nothing to
do with one another.

Anyone who knows something is asked to call {local}.
""",
    """
The offenses include burglary, drug sales, and contact with minors by way of Facebook and games.

Some of those concerned may have been approached on Facebook, others in parks or by telephone.

A questionnaire can be filled in on the agency’s website, which is also linked on Facebook.
""",
    """
Calls are treated in confidence.

No further particulars can be given at present.
""",
)

_ABROAD = occasion(
    "other",
    """
# Evidence Handed Over to Court in Canada | U.S. Attorney Assists Court in Canada
At the request of a court in Canada, the {office} has obtained records and handed them over, {usa}
announced{day_}.

# U.S. Attorney Assists Prosecutors in Germany | Office Thanked by Prosecutors in Germany
{usa} received{day_} the thanks of prosecutors in Germany for legal assistance in a trial held
there.
""",
    """
The trial takes place abroad; no charge has been or will be filed in the United States.

A treaty obliges both countries to help each other in criminal matters.
""",
    """
The records concern a Facebook account that the accused, who lives in that country, used in order
to defraud a bank there.

They consist of messages that a man abroad is said to have sent on Facebook to a witness in the
same town.
""",
    """
{ausa} handled the request.
""",
    least=1,
    most=2,
    memo="No U.S. case.",
)

OCCASIONS = (
    _REMARKS,
    _TOWN_HALL,
    _ELECTION,
    _GRANTS,
    _APPOINTMENT,
    _ACCESS,
    _FORUM,
    _AWARDS,
    _POLICY,
    _SAFETY,
    _SCAMS,
    _CIVIL,
    _ROUNDUP,
    _CORRECTION,
    SPANISH,
    _SWEEP,
    _ABROAD,
)

CONFERENCES = (
    "State Sheriffs’ Conference",
    "Annual Meeting of the Bar Association",
    "Rotary Club Luncheon",
    "Crimes Against Children Conference",
    "Law Day Dinner",
    "Police Academy Graduation",
    "Naturalization Ceremony",
    "Cybersecurity Summit",
    "Victims’ Rights Breakfast",
    "Conference of School Resource Officers",
    "Hate Crimes Symposium",
    "Chamber of Commerce Meeting",
)
TOPICS = (
    "opioids",
    "community policing",
    "hate crimes",
    "elder abuse",
    "school safety",
    "civil rights",
    "human trafficking",
    "reentry of former prisoners",
    "cyber crime",
    "fair housing",
    "the safety of places of worship",
    "online threats",
)
SCAMS = (
    "calls in the name of the court",
    "disaster relief scams",
    "romance scams",
    "holiday shopping scams",
    "tax refund scams",
    "false summonses for jury duty",
)
PARTNERS = (
    "the League of Women Voters",
    "the county library",
    "the state university",
    "the Boys and Girls Club",
    "the Council on Aging",
    "the Ministerial Alliance",
    "the Chamber of Commerce",
    "the Parent-Teacher Association",
    "the Legal Aid Society",
)
VENUES = (
    "the public library",
    "the high school auditorium",
    "the federal courthouse",
    "the community college",
    "the fairgrounds hall",
    "a church hall",
    "the civic center",
)
