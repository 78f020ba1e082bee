"""What suspects are accused of in the cases of the study's focus, in the terms of a charge.

Each paragraph opens with its charge and headings: `# charge | heading; heading`.
"""

from annotator.demo.scenarios import scenarios

IMAGES = scenarios("""
# distribution | Distributing Prohibited Images of Minors; Sharing Prohibited Images on Facebook
{span} {Last} used {account} to send prohibited images of minors to <at least {few} other
users|other users of the site>. <The files went out as attachments to Facebook messages|Each
transfer was made through Facebook Messenger>, and the service’s records show the date and hour of
each.

# distribution | Distribution of Prohibited Images; Child Exploitation Offense
{Last} was a member of a closed Facebook group whose members posted prohibited images of minors
for one another. <Over {few} months|{span}> {he} posted {files} files to it under the name
“{alias}.”

# receipt | Receiving Prohibited Images; Receipt of Prohibited Images of Minors
{Last} asked other Facebook users to send {him} prohibited images of minors, and {span} received
{files} such files in {his} Facebook inbox. <{He} kept copies on a telephone|{He} moved many of
them to a memory card>.

# possession | Possession of Prohibited Images; Possessing Prohibited Images of Minors
{Last} stored image files that depict the exploitation of minors in private albums of {account}.
Investigators who searched the account under a warrant found {files} of them, uploaded {span}.

# distribution | Trading Prohibited Images Online; Distribution of Child Exploitation Material
{Last} traded child exploitation material with people {he} knew only by their screen names. The
trades were agreed on and carried out in Facebook conversations, {few} of which are described in
{source}.

# distribution | Distributing Child Exploitation Material; Child Exploitation Offenses
in {month} {Last} uploaded prohibited video files to Facebook and sent links to them to <a
dozen|about twenty|{few}> acquaintances. The files depict minors, <some of whom have been
identified by investigators in other cases|none of whom is from {state}>.

# receipt | Receipt of Child Exploitation Material; Receiving Prohibited Images
a person using the Facebook name “{alias}” requested and received prohibited images of minors from
at least {few} other users {span}. The account was opened with {Last}’s telephone number and was
used from {his} home.

# advertising | Advertising Prohibited Images; Offering Prohibited Images for Exchange
{Last} posted in a Facebook group that {he} had prohibited images to exchange, and sent samples to
those who answered. In all, {files} files were sent from {his} account {span}.

# distribution | Sharing Prohibited Images of Minors; Child Exploitation Offense
{Last} opened {few} Facebook accounts, one after another, as each was closed by the company for
breaking its rules. From each of them {he} sent prohibited images of minors to other users, <most
of them abroad|many of whom {he} had met in the same private group>.

# possession | Possessing Child Exploitation Material; Possession of Prohibited Images
{files} image and video files of the kind the statute forbids were found on {Last}’s <laptop
computer|two telephones|external hard drive>. {He} told agents that {he} had obtained <nearly
all|most> of them from people {he} talked with on Facebook, who sent them to {him} by Messenger.

# distribution | Distribution of Prohibited Images of Minors; Sending Prohibited Images
{Last} administered a Facebook page that looked as if it was about <used cars|fishing|video
games>. Its private conversations served to pass on prohibited images of minors; {Last}
distributed {files} of them {span}.

# receipt | Receiving and Possessing Prohibited Images; Child Exploitation Offenses
<over a period of {few} months|{span}>, {Last} paid other Facebook users small sums to send {him}
prohibited images of minors. The pictures arrived in {his} Facebook messages and the payments were
made by gift card.
""")

IMAGES_MINOR = scenarios("""
# production | Production of Prohibited Images; Causing Minor to Send Prohibited Images
{Last}, posing as a teenager named “{alias},” persuaded {minor} to take prohibited pictures and to
send them to {him} in Facebook messages. {He} received {few} such pictures {span}.

# receipt | Receiving Prohibited Images From Minor; Child Exploitation Offense
{span} {Last} obtained prohibited images from {minor} over Facebook Messenger, and <later sent
some of them to another user of the site|stored them in a hidden folder of {his} telephone>.

# extortion | Extorting Images From Minors; Online Extortion of Minors
{Last} demanded that {few} minors send {him} prohibited images by Facebook Messenger and said that
{he} would otherwise make public what they had written to {him}. <{number_two_c} of them did|At
least one of them did> before telling a parent.

# production | Production of Prohibited Images of a Minor; Child Exploitation Offense
{Last} took prohibited images of a minor in {his} care and sent them through Facebook Messenger to
a person in {other_state}, <who was arrested separately|whose case is pending in another
district>. {number_two_c} of the messages are quoted in {source}.

# distribution | Distributing Images of a Minor; Posting Prohibited Images of Minor
after a quarrel {Last} posted prohibited images of {minor} on a Facebook page that {he} had made
for the purpose. The page stood open for {few} days in {month} before the company took it down.
""")

IMAGES_PAIR = scenarios("""
# distribution | Exchanging Prohibited Images on Facebook; Trading Prohibited Images
{Last} used {account} to send prohibited images of minors to {Last2}. {Last2}, in turn, used a
Facebook account of {his2} own to pass {files} files on to others. Each acted through the site
{span}, and each is charged with what he or she sent.

# conspiracy | Conspiring to Distribute Prohibited Images; Roles in Image-Trading Group
{Last} and {Last2} both belonged to a private Facebook group in which prohibited images of minors
were exchanged. {Last} posted {files} files from {his} account; {Last2} used an account in another
name to post <fewer|about as many> and to admit new members.

# receipt | Receiving Prohibited Images; Child Exploitation Offenses
{Last}, using the Facebook name “{alias},” and {Last2}, using {his2} own name on the site, each
asked for and received prohibited images of minors in Facebook messages {span}. The two had met in
{town} and compared what they had received.
""")

IMAGES_TRIPLE = scenarios("""
# conspiracy | Exchanging Prohibited Images in Facebook Group; Roles in Image-Trading Group
{Last}, {Last2} and {Last3} used three Facebook accounts, one each, to exchange prohibited images
of minors in a group that {Last} had set up. {span_c}, {Last} posted {files} files to the group
from {his} account, {Last2} about a hundred from another, and {Last3} some thirty from the third.

# distribution | Distributing Prohibited Images; Trading Prohibited Images of Minors
each of the three defendants sent prohibited images of minors from a Facebook account of his or
her own: {Last} to at least {few} users, {Last2} to two, and {Last3} to {Last} and to a person in
{other_state}. The messages were sent {span}.
""")

MIXED = scenarios("""
# distribution | Child Exploitation Offenses; Separate Roles in Child Exploitation Case
the two defendants used Facebook in different ways. {Last} distributed prohibited images of minors
to other users from {account}. {Last2}, whom {Last} had met in a group on the site, used Facebook
to exchange messages with {minor} and to try to arrange a meeting, which did not take place.

# enticement-images | Child Exploitation Offenses; Enticement and Image Offenses
{Last} sent {files} prohibited image files to {Last2} and others by Facebook Messenger. For {his2}
part, {Last2} used {his2} Facebook account to start conversations with {minor}, to gain the
minor’s trust and to propose a meeting in {other_town}; no images passed in those conversations.
""")

GROOMING = scenarios("""
# enticement | Online Enticement of a Minor; Enticing Minor on Facebook
{Last} made contact with {minor} on Facebook in {month} and exchanged <hundreds of|several
hundred|daily> messages with the child over the next {few} weeks, in order to persuade the child
to meet {him}. <The two met in a park in {other_town}|A meeting was set for {end}>.

# enticement | Enticement of a Minor; Using Internet to Entice Minor
{Last}, who <coached a team|had worked as a driver|did odd jobs> in {other_town}, sent a Facebook
friend request to {minor} and then wrote to the child nearly every day {span}. In these messages
{he} urged the child to meet {him} for an unlawful purpose.

# transfer | Transferring Prohibited Material to Minor; Unlawful Messages to a Minor
{Last} used Facebook Messenger to hold conversations with {minor} that the statute forbids an
adult to hold with a child. {He} asked that the messages be <deleted|kept secret>; a relative had
copies.

# transportation | Transporting Minor Across State Lines; Interstate Transportation of a Minor
{Last} met {minor} through Facebook in {month}. After {few} weeks of messages {he} drove from
{home} to {other_state} and took the child with {him}. The child was found unharmed <the next
day|two days later> and returned to the family.

# enticement | Enticing a Minor; Coercion and Enticement of a Minor
posing on Facebook as a <high school student|boy of sixteen|girl of fifteen> called “{alias},”
{Last} won the confidence of {few} minors and tried to persuade each of them to meet. {He} was in
fact {age}.

# enticement | Enticement of Minors on Facebook; Attempting to Entice Minors
{Last} sent friend requests on Facebook to <some forty|more than sixty|about thirty> children who
attended schools in {county}. With {few} of them {he} kept up conversations {span} whose aim was
an unlawful meeting.

# travel | Traveling to Meet a Minor; Interstate Travel to Meet a Minor
after {few} months of messages on Facebook with {minor}, {Last} traveled from {home} to
{other_state} in {end} to meet the child. Officers met {him} <at a bus station|in the parking lot
of a restaurant|at a motel> instead.

# enticement | Enticement of Minor Through Social Media; Enticement of a Minor
the messages that {Last} wrote to {minor} on Facebook began as talk about <school|music|horses|a
computer game>. Within {few} weeks {he} had asked where the child slept, who else was at home and
when the two could meet alone.

# enticement | Enticing Minor; Attempted Enticement of a Minor
{Last} was a friend of the family of {minor}. {He} opened {account} which the family did not know
of, and used it only to write to the child, whom {he} tried to persuade to leave home and live
with {him}.

# enticement | Persuading Minor to Run Away; Enticement of a Minor
{Last} persuaded {minor}, whom {he} had met in a Facebook group about <television programs|anime|a
singer>, to leave home at night and to wait for {him} at a <gas station|bus stop|church> in
{other_town}. The messages in which {he} did so were sent {span}.

# obscene-solicitation | Soliciting a Minor; Solicitation of a Minor Online
a person using the Facebook name “{alias}” wrote to {minor} in {month}, flattered the child for
{few} weeks and asked for a meeting. Records showed that the person was {Last}, who lived <less
than a mile|two streets> away.

# enticement | Repeated Contact With Minors Online; Enticing Minors
{Last}, who was on supervised release and forbidden to have any contact with minors, opened a
Facebook account under another name and used it to write to {few} of them. {He} told each that
{he} was nineteen.
""")

GROOMING_RULE = scenarios("""
# production | Production of Prohibited Images of a Minor; Producing Prohibited Images
{Last} found {minor} on Facebook and used the site to gain the child’s confidence and to arrange
meetings. The prohibited images named in the charge were taken with a camera at those meetings;
none was sent or stored on Facebook, which served only to recruit the child.

# production | Producing Prohibited Images; Child Exploitation Offense
{Last} approached {few} minors on Facebook with an invented offer of modeling work and there
talked them into coming to {other_town}. The images that {he} is charged with producing were made
and kept on a camera. Facebook was used for the approach alone.

# receipt | Receiving Prohibited Images; Receipt of Prohibited Images From Minor
{Last} used Facebook to get to know {minor} and to persuade the child to go on with the
conversation by another, encrypted application. The prohibited images {he} received were sent by
that application and not on Facebook.

# possession | Possessing Prohibited Images of Minors; Possession of Prohibited Images
agents found {files} prohibited images on {Last}’s computer, <all|most> of them of one minor.
{Last} had recruited the child by messages on Facebook {span}; the images were taken in person
with {his} own telephone and were never on the site.
""")

GROOMING_UNDERCOVER = scenarios("""
# attempt | Attempted Enticement of a Minor; Attempting to Entice a Minor
{Last} wrote on Facebook to a person whom {he} took to be {a_minor_age}, and proposed to meet. The
account belonged to an undercover officer. When {Last} came to the place agreed on, a <parking
lot|park|restaurant> in {other_town}, {he} was arrested.

# attempt | Attempted Online Enticement; Attempting to Meet a Minor
{span} {Last} carried on a Facebook conversation with “{alias},” who said at the outset that she
was {few_teen}. There was no such child: an agent <of the task force|in another city> wrote the
answers. {Last} wrote that {he} knew the age and asked for a meeting all the same.

# attempt | Attempted Enticement; Attempted Coercion and Enticement of a Minor
{Last} answered a post in a Facebook group by a woman who wrote that she had a child of
{few_teen}, and discussed with her how {he} might meet the child. The woman was a detective.
{Last} was arrested when {he} drove to {other_town} on the day set.

# attempt-transfer | Attempted Transfer of Prohibited Material; Sending Prohibited Material
{Last} sent prohibited messages by Facebook to a person {he} believed to be {a_minor_age}. In
reality {he} was writing to an investigator who had opened the account <as part of a statewide
operation|that spring>.

# attempt-travel | Interstate Travel to Meet a Minor; Traveling to Meet a Minor
{Last} drove <about 200 miles|more than three hours> from {home} to meet a {few_teen}-year-old
with whom {he} had been chatting on Facebook for {few} weeks. The “minor” was an agent. In {his}
car were <a second telephone and a printed copy of the messages|the gifts {he} had promised>.

# attempt | Attempted Enticement of a Minor; Online Enticement
using the name “{alias},” {Last} sent a Facebook friend request to an account that showed a girl
of {few_teen}. Over the next {few} days {he} asked her to keep their conversation from her parents
and to choose a place to meet. The account was kept by an undercover officer of {local}.
""")

TRAFFICKING = scenarios("""
# sex-trafficking | Sex Trafficking of a Minor; Child Sex Trafficking
{Last} used Facebook to recruit {minor} for commercial sex, with promises of <money and a place to
stay|clothes and travel>, and to send the child instructions. {He} kept what was paid.

# sex-trafficking | Sex Trafficking of a Minor; Trafficking Minor
{Last} met {minor}, who had run away from home, in a Facebook conversation in {month}. Through the
same account {he} offered the child to others for commercial sex {span} in {other_town} and in
{other_state}.

# conspiracy-trafficking | Conspiracy to Traffic Minors; Sex Trafficking Conspiracy
{Last} recruited {few} minors over Facebook for a sex trafficking venture. {Last2} rented the
motel rooms and drove the car; there is no allegation that {he2} used the site.

# sex-trafficking | Sex Trafficking of Minors; Role in Sex Trafficking of Minors
{Last} placed posts on Facebook that advertised a minor for commercial sex, and settled prices and
places with those who answered by Facebook message. The posts appeared {span}.

# sex-trafficking | Attempted Sex Trafficking of a Minor; Child Sex Trafficking
{Last} sent {minor} <at least fifty|a long series of> Facebook messages in which {he} asked the
child to come to {other_town} and work for {him} in commercial sex, and described how the money
would be divided.

# transport-trafficking | Transporting Minor for Commercial Sex; Transportation of a Minor
{Last} brought {minor} from {other_state} to {other_town} for commercial sex. Travel and lodging
were arranged in Facebook messages, {few} of which are set out in {source}, and buyers were found
there too.
""")

TRAFFICKING_PAIR = scenarios("""
# conspiracy-trafficking | Sex Trafficking of Minors; Conspiracy to Traffic Minors
{Last} recruited minors for commercial sex in Facebook conversations, and {Last2}, from a Facebook
account of {his2} own, advertised them and answered buyers. The venture went on {span} in
{other_town} and elsewhere.

# conspiracy-trafficking | Roles in Sex Trafficking of a Minor; Sex Trafficking Conspiracy
both defendants used Facebook in the trafficking of {minor}. {Last} wrote to the child first,
under the name “{alias},” with an offer of work; {Last2} then used {his2} own account to direct
where the child was to go and whom to meet.
""")
