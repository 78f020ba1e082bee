"""Names for the invented people: ordinary given names, surnames rare enough to be nobody's."""

MEN = tuple(
    """
Aaron Adrian Alan Alfred Andrew Antoine Arthur Barry Benjamin Bradley Brandon Brent Brian Byron
Caleb Calvin Carl Carlos Cedric Christopher Clifford Clinton Cody Corey Craig Curtis Dale Damon
Daniel Darrell Dennis Derek Devin Dominic Donald Douglas Dustin Dwayne Earl Edgar Eduardo Edwin
Eric Ernest Eugene Evan Felix Francis Frederick Gary Gerald Gilbert Glenn Gordon Grant Gregory
Harold Hector Henry Herbert Howard Hugh Ian Ivan Jacob Jared Jason Javier Jeffrey Jeremy Jerome
Joel Jonathan Jorge José Joshua Julian Justin Keith Kenneth Kevin Kyle Lamar Larry Lawrence Leon
Leonard Leroy Lester Lewis Logan Louis Lucas Luis Marcus Mario Mark Marshall Martin Marvin Matthew
Maurice Melvin Micah Miguel Mitchell Nathan Neil Nicholas Noah Norman Oscar Owen Patrick Perry
Peter Phillip Preston Quentin Rafael Ralph Ramón Randall Raymond Reginald René Rodney Roger Roland
Ronald Roy Russell Samuel Scott Sean Sergio Shane Shawn Spencer Stanley Stephen Steven Terrence
Theodore Thomas Timothy Todd Travis Trevor Troy Tyler Vernon Victor Vincent Walter Warren Wayne
Wesley Willard Zachary
""".split()
)
WOMEN = tuple(
    """
Abigail Alicia Allison Amanda Amber Andrea Angela Anita Annette Ashley Audrey Barbara Beatriz
Bethany Brenda Bridget Brooke Caitlin Carla Carmen Carol Caroline Cassandra Catherine Cecilia
Charlotte Christina Claire Colleen Courtney Crystal Cynthia Dana Danielle Deborah Denise Diane
Donna Eileen Elaine Elizabeth Ellen Emily Erica Esther Felicia Gail Gloria Hannah Heather Helen
Holly Inés Irene Jacqueline Janet Jasmine Jenna Jennifer Jessica Joanna Jocelyn Joyce Judith Julia
Karen Katherine Kelly Kendra Kristen Laura Lauren Leah Leslie Linda Lisa Lorraine Lucía Lydia
Margaret Maria Marian Marlene Melanie Melissa Mercedes Meredith Michelle Miriam Molly Monica Nadia
Nancy Natalie Nicole Nina Norma Olivia Pamela Patricia Paula Phyllis Priscilla Rachel Rebecca
Renée Rhonda Robin Rosa Rosemary Ruth Sandra Sara Shannon Sharon Sheila Shelby Sonia Stephanie
Susan Sylvia Tamara Teresa Theresa Tina Tracy Valerie Vanessa Veronica Victoria Virginia Vivian
Wendy Yolanda Yvonne
""".split()
)
SURNAMES = tuple(
    """
Abelson Aldercott Aldermoor Allenbrook Alvarenga Amberson Ambrowick Anselmi Applewood Arbuckler
Ardmoore Arrendale Ashbourn Ashgrove Atwillow Auberry Averling Bainbury Balderwick Ballantrey
Bannerly Barlowe-Finch Barnhollow Barrowell Bascomb Batterson Beaufield Beckworth Belcastle
Bellamore Benningfield Bentham Bergholt Berrington Bickford Birchmore Birkholm Blackwelder
Blanchet Blythewood Bohlander Bonneville Boothwell Borderlon Brackwell Bradwick Brambley Brandholt
Branscome Breckner Brenneke Bridgeforth Brightwell Brockhurst Broxton Brumbeck Buckholt Burchard
Burlingham Cadwell Calloweth Camberwell Cantrelle Cardenosa Carlsgaard Carrick-Stowe Carrowby
Castellane Cavenaugh Chadbourne Chamness Chesterby Chesterman Claybrook Cloverdale Coldiron
Collinsford Corbishley Cordray Corrivale Coverdale Cranfill Crestwell Crossland Culverson
Dabrowsky Dahlquist Dalbeck Danvers-Holt Darrowby Daventry Delacruze Delamater Dellacorte Dennehy
Derrickson Dobbinson Dolloway Dorrance Dovercourt Drayson Dunmore Durnford Durrance Eastbrook
Eastlund Eckersley Edgefield Ellerby Ellingboe Elmendorf Elsworth Emberton Engstrand Everling
Everstone Fairbrother Falkner Farnsby Farrowdale Fennimore Fenwright Ferncliff Fieldhouse
Fitzhollow Fontenelle Forrestal Forsgren Fosdick Foxworthy Frankenfield Freyburg Friedland
Gadberry Gantry Garnsworth Garrowby Gebhardt Gilcrest Gladwell Glendower Godbold Goldsby Grandison
Graybeal Greenhalge Greystock Grünwald Guthridge Haddonfield Hallworth Halvorsby Harbeck Harkless
Hartsfield Hartwell-Moss Haverland Hawksworth Hazelrigg Heathcote Hedgepath Helmsworth Henshaw
Hillerby Hindmarsh Hobgood Hollenbeck Hollenberg Holmgren Honeycut Hotchkin Ibarrondo Ilvester
Ingleside Inskeep Jarnigan Jessamine Jessop Jolliver Joslin Kaldenberg Kallenberg Keatley Kellerby
Kellingsworth Kempthorne Kerwood Kesterson Kettering Kilbourne Kingery Kirkendall Klingensmith
Kohlmeyer Kranwinkle Kuykendal Lambright Lancasterly Landrigan Langridge Larrimore Lathbury
Leatherby Ledgerwood Leffingham Lindmoor Lindquest Lipscombe Lockridge Loftis Longacre Lorrimer
Luckenbach Macklinburg Mandeville Maravilla-Cruz Marchbanks Marchetta Mardigan Mathewson
Mattingley Maybury McAlder McBrayne McCandler McFarrin McGarity McKinnick Meadowcroft Melchior
Merrowby Middlebrook Millsap Mirabal Montalbo Moorefield Mossgrove Mountcastle Munsterman
Müllenberg Nantwick Neighbors Netherton Newbern Norquist Norrisby Nuñezano Oakenfeld Oakhurst
Oberholt Odenthal Ollerton Orendorf Orlebar Osgoode Ottinger Oxendale Paddleford Palmerton
Pangborn Parkhill Pellegrin Pemberley Penhallow Pennebaker Penrowe Pettibone Pickerel Plankenhorn
Poolwright Quesenberry Quillen Quintrell Rademaker Ramsdell Rathbone Ravenscroft Reddington
Redfearn Reinholt Rennick-Shaw Rittenberg Rockwood Roebling Rosendahl Rosterman Rothermel
Roundtree Rowlett Saintclair Sallowfield Sandifer Saxonby Schellhorn Schönfeld Scoggins Seabright
Sebring Sedgefield Selkirk Sessoms Shackleby Shadwick Shellenberg Sherbourne Shipwash Silverthorn
Skaggsford Starkweather Stavenger Steelman Stillwagon Stonebraker Stoutamire Sturdivant Swaringen
Sweetwater Sørlund Talverson Tamberlin Tannehill Tarkington Teasdale Templeman Thackery
Thistlewood Thornbury Throckmore Tidewell Tillinghast Tomberlin Trautwein Tremaine Tressler
Tribblet Trueblood Tuckerman Ullenberg Upchurch Valcourt Valdespino Vandermeer Vanlandham
Varnadore Vennerholm Vickrey Villalonga Wadlington Wainscott Waldrip Walkingshaw Warrender
Washbourne Waterfield Weatherly Weddington Weisberger Westerfield Wetherell Wetherstone Wexcombe
Whisenant Whitcombe Whitlatch Wickersham Wigginton Wildermuth Wimberly Winslade Winterbourne
Woolfolk Wyckham Yarrowby Yeatman Yellowley Zellmeyer Zimmerly Zollinger Zubiría
""".split()
)
ALIASES = tuple(
    """
Jay Carter/Blue Heron/Mike Rivers/Katie Summers/Danny Two/Lake Runner/Sam Weston/Night Owl 47/
Ricky Dean/Ashlee Marie/Coach Ty/Big Country/T. Walker/Silver Fox/Jenny Lane/Mr. Handy/Red Dog/
Chris Parker 88/Cool Breeze/Old School/Nikki Star/Tony Vee/Robbie North/Southpaw/Kay Bee/
Harley Dave/Jake Stone/Sunny Days/Tex Morgan/Melody Ann
""".replace("\n", "")
    .strip()
    .split("/")
)
NICKNAMES = tuple(
    "Jay Tee Red Slim Dee Junior Cash Duke Smoke Bones Lefty Rico Ace Doc Shorty Mack Tank".split()
)
