"""Districts of the practice study: real offices and towns; whoever works there is invented."""

import re
from dataclasses import dataclass
from functools import cache

from importers.districts import DISTRICTS

_STATES = """
Alabama AL Ala. | Arizona AZ Ariz. | Arkansas AR Ark. | California CA Calif. | Colorado CO Colo.
Connecticut CT Conn. | Florida FL Fla. | Georgia GA Ga. | Idaho ID Idaho | Illinois IL Ill.
Indiana IN Ind. | Iowa IA Iowa | Kansas KS Kan. | Kentucky KY Ky. | Louisiana LA La.
Maine ME Maine | Maryland MD Md. | Massachusetts MA Mass. | Michigan MI Mich. | Minnesota MN Minn.
Mississippi MS Miss. | Missouri MO Mo. | Montana MT Mont. | Nebraska NE Neb. | Nevada NV Nev.
New Hampshire NH N.H. | New Jersey NJ N.J. | New Mexico NM N.M. | New York NY N.Y.
North Carolina NC N.C. | North Dakota ND N.D. | Ohio OH Ohio | Oklahoma OK Okla. | Oregon OR Ore.
Pennsylvania PA Pa. | Rhode Island RI R.I. | South Carolina SC S.C. | South Dakota SD S.D.
Tennessee TN Tenn. | Texas TX Texas | Utah UT Utah | Vermont VT Vt. | Virginia VA Va.
Washington WA Wash. | West Virginia WV W.Va. | Wisconsin WI Wis. | Wyoming WY Wyo.
Puerto Rico PR P.R.
"""

# slug: field offices' city: seats: towns with their counties
_DISTRICTS = """
ndal: Birmingham: Birmingham, Huntsville: Cullman/Cullman, Gadsden/Etowah, Jasper/Walker, Athens/Limestone, Oneonta/Blount
mdal: Mobile: Montgomery: Opelika/Lee, Prattville/Autauga, Troy/Pike, Dothan/Houston, Wetumpka/Elmore
az: Phoenix: Phoenix, Tucson: Kingman/Mohave, Casa Grande/Pinal, Prescott/Yavapai, Safford/Graham, Yuma/Yuma
edar: Little Rock: Little Rock: Searcy/White, Paragould/Greene, Cabot/Lonoke, Batesville/Independence, Conway/Faulkner
cdca: Los Angeles: Los Angeles, Riverside: Hemet/Riverside, Lompoc/Santa Barbara, Redlands/San Bernardino, Fillmore/Ventura, Pomona/Los Angeles
edca: Sacramento: Sacramento, Fresno: Visalia/Tulare, Lodi/San Joaquin, Redding/Shasta, Hanford/Kings, Oroville/Butte
co: Denver: Denver: Greeley/Weld, Montrose/Montrose, Pueblo/Pueblo, Loveland/Larimer, Sterling/Logan
ct: New Haven: Hartford, New Haven, Bridgeport: Torrington/Litchfield, Meriden/New Haven, Norwich/New London, Vernon/Tolland, Bristol/Hartford
mdfl: Tampa: Tampa, Orlando, Jacksonville: Ocala/Marion, Lakeland/Polk, Bradenton/Manatee, Deltona/Volusia, Palatka/Putnam
ndfl: Jacksonville: Tallahassee, Pensacola: Crestview/Okaloosa, Marianna/Jackson, Milton/Santa Rosa, Gainesville/Alachua, Chipley/Washington
sdfl: Miami: Miami, Fort Lauderdale: Okeechobee/Okeechobee, Homestead/Miami-Dade, Boynton Beach/Palm Beach, Fort Pierce/St. Lucie
ndga: Atlanta: Atlanta: Gainesville/Hall, Newnan/Coweta, Rome/Floyd, Cartersville/Bartow, Dahlonega/Lumpkin
mdga: Atlanta: Macon, Albany: Valdosta/Lowndes, Warner Robins/Houston, Columbus/Muscogee, Tifton/Tift, Athens/Clarke
id: Salt Lake City: Boise, Pocatello: Nampa/Canyon, Twin Falls/Twin Falls, Lewiston/Nez Perce, Rexburg/Madison, Blackfoot/Bingham
sdil: Springfield: East St. Louis, Benton: Marion/Williamson, Carbondale/Jackson, Effingham/Effingham, Alton/Madison, Salem/Marion
cdil: Springfield: Springfield, Peoria: Galesburg/Knox, Decatur/Macon, Danville/Vermilion, Pekin/Tazewell, Quincy/Adams
ndin: Indianapolis: Hammond, Fort Wayne: Goshen/Elkhart, Logansport/Cass, Valparaiso/Porter, Huntington/Huntington, Warsaw/Kosciusko
sdin: Indianapolis: Indianapolis, Evansville: Bedford/Lawrence, Greencastle/Putnam, Muncie/Delaware, Seymour/Jackson, Vincennes/Knox
ndia: Omaha: Cedar Rapids, Sioux City: Mason City/Cerro Gordo, Decorah/Winneshiek, Spencer/Clay, Waverly/Bremer, Dubuque/Dubuque
ks: Kansas City: Wichita, Topeka, Kansas City: Salina/Saline, Emporia/Lyon, Dodge City/Ford, Hutchinson/Reno, Chanute/Neosho
edky: Louisville: Lexington, London: Corbin/Whitley, Richmond/Madison, Ashland/Boyd, Pikeville/Pike, Somerset/Pulaski
wdky: Louisville: Louisville, Paducah, Bowling Green: Murray/Calloway, Mayfield/Graves, Owensboro/Daviess, Hopkinsville/Christian, Elizabethtown/Hardin, Benton/Marshall
wdla: New Orleans: Shreveport, Lafayette: Ruston/Lincoln, Opelousas/St. Landry, Natchitoches/Natchitoches, Minden/Webster, Leesville/Vernon
edla: New Orleans: New Orleans: Houma/Terrebonne, Slidell/St. Tammany, Hammond/Tangipahoa, Thibodaux/Lafourche
me: Boston: Portland, Bangor: Lewiston/Androscoggin, Waterville/Kennebec, Rockland/Knox, Presque Isle/Aroostook, Sanford/York
md: Baltimore: Baltimore, Greenbelt: Hagerstown/Washington, Salisbury/Wicomico, Cumberland/Allegany, Elkton/Cecil, Westminster/Carroll
ma: Boston: Boston, Springfield: Pittsfield/Berkshire, Leominster/Worcester, Fall River/Bristol, Haverhill/Essex, Westfield/Hampden
edmi: Detroit: Detroit, Flint: Adrian/Lenawee, Midland/Midland, Monroe/Monroe, Alpena/Alpena, Port Huron/St. Clair
wdmi: Detroit: Grand Rapids, Marquette: Holland/Ottawa, Cadillac/Wexford, Escanaba/Delta, Big Rapids/Mecosta, Niles/Berrien
mn: Minneapolis: Minneapolis, St. Paul: Mankato/Blue Earth, Brainerd/Crow Wing, Faribault/Rice, Willmar/Kandiyohi, Bemidji/Beltrami
sdms: Jackson: Jackson, Gulfport: Brookhaven/Lincoln, Laurel/Jones, Picayune/Pearl River, Clinton/Hinds, Philadelphia/Neshoba
edmo: St. Louis: St. Louis, Cape Girardeau: Hannibal/Marion, Farmington/St. Francois, Sikeston/Scott, Kirksville/Adair, Washington/Franklin
wdmo: Kansas City: Kansas City, Springfield: Joplin/Jasper, Sedalia/Pettis, Nixa/Christian, Warrensburg/Johnson, Lebanon/Laclede
mt: Salt Lake City: Billings, Missoula, Great Falls: Kalispell/Flathead, Miles City/Custer, Havre/Hill, Anaconda/Deer Lodge
ne: Omaha: Omaha, Lincoln: Kearney/Buffalo, Norfolk/Madison, Scottsbluff/Scotts Bluff, Fremont/Dodge, North Platte/Lincoln
nv: Las Vegas: Las Vegas, Reno: Elko/Elko, Fallon/Churchill, Mesquite/Clark, Fernley/Lyon
nh: Boston: Concord: Keene/Cheshire, Laconia/Belknap, Rochester/Strafford, Claremont/Sullivan, Derry/Rockingham
nj: Newark: Newark, Camden, Trenton: Vineland/Cumberland, Toms River/Ocean, Phillipsburg/Warren, Hammonton/Atlantic, Nutley/Essex
nm: Albuquerque: Albuquerque, Las Cruces: Española/Rio Arriba, Clovis/Curry, Farmington/San Juan, Socorro/Socorro, Alamogordo/Otero
ndny: Albany: Syracuse, Albany, Binghamton: Oswego/Oswego, Gloversville/Fulton, Massena/St. Lawrence, Cortland/Cortland, Plattsburgh/Clinton
wdny: Buffalo: Buffalo, Rochester: Olean/Cattaraugus, Batavia/Genesee, Lockport/Niagara, Hornell/Steuben, Geneva/Ontario
ednc: Charlotte: Raleigh, Wilmington: Kinston/Lenoir, Rocky Mount/Nash, Lumberton/Robeson, Edenton/Chowan, Clayton/Johnston
wdnc: Charlotte: Charlotte, Asheville: Hickory/Catawba, Shelby/Cleveland, Waynesville/Haywood, Monroe/Union, Lenoir/Caldwell
nd: Minneapolis: Fargo, Bismarck: Minot/Ward, Jamestown/Stutsman, Williston/Williams, Wahpeton/Richland
ndoh: Cleveland: Cleveland, Toledo, Akron: Mansfield/Richland, Findlay/Hancock, Ashtabula/Ashtabula, Wooster/Wayne, Elyria/Lorain
sdoh: Cincinnati: Cincinnati, Columbus, Dayton: Chillicothe/Ross, Lancaster/Fairfield, Piqua/Miami, Athens/Athens, Zanesville/Muskingum
wdok: Oklahoma City: Oklahoma City: Enid/Garfield, Lawton/Comanche, Shawnee/Pottawatomie, Guymon/Texas, Altus/Jackson
or: Portland: Portland, Eugene, Medford: Klamath Falls/Klamath, Albany/Linn, Roseburg/Douglas, Pendleton/Umatilla, Bend/Deschutes
mdpa: Philadelphia: Scranton, Harrisburg, Williamsport: Hazleton/Luzerne, Carlisle/Cumberland, Sunbury/Northumberland, Stroudsburg/Monroe, Gettysburg/Adams
wdpa: Pittsburgh: Pittsburgh, Erie, Johnstown: Butler/Butler, Altoona/Blair, Meadville/Crawford, Uniontown/Fayette, Greensburg/Westmoreland
pr: San Juan: San Juan: Mayagüez/Mayagüez, Ponce/Ponce, Añasco/Añasco, Caguas/Caguas, Humacao/Humacao
ri: Boston: Providence: Woonsocket/Providence, Westerly/Washington, Coventry/Kent, Bristol/Bristol
sc: Columbia: Columbia, Charleston, Greenville: Sumter/Sumter, Easley/Pickens, Orangeburg/Orangeburg, Lancaster/Lancaster, Aiken/Aiken
sd: Minneapolis: Sioux Falls, Rapid City: Watertown/Codington, Huron/Beadle, Spearfish/Lawrence, Yankton/Yankton
edtn: Knoxville: Knoxville, Chattanooga: Cleveland/Bradley, Morristown/Hamblen, Maryville/Blount, Greeneville/Greene, Athens/McMinn
mdtn: Memphis: Nashville: Cookeville/Putnam, Columbia/Maury, Clarksville/Montgomery, Lebanon/Wilson, Tullahoma/Coffee
edtx: Dallas: Tyler, Beaumont, Sherman: Longview/Gregg, Lufkin/Angelina, Orange/Orange, Paris/Lamar, Denton/Denton
ndtx: Dallas: Dallas, Fort Worth, Lubbock: Abilene/Taylor, Wichita Falls/Wichita, Plainview/Hale, Cleburne/Johnson, Waxahachie/Ellis
wdtx: San Antonio: San Antonio, El Paso, Waco: Killeen/Bell, Odessa/Ector, Del Rio/Val Verde, Kerrville/Kerr, Seguin/Guadalupe
ut: Salt Lake City: Salt Lake City, St. George: Logan/Cache, Price/Carbon, Cedar City/Iron, Vernal/Uintah, Spanish Fork/Utah
vt: Albany: Burlington, Rutland: Barre/Washington, St. Albans/Franklin, Bennington/Bennington, Springfield/Windsor
edva: Richmond: Alexandria, Richmond, Norfolk: Warsaw/Richmond, Culpeper/Culpeper, Manassas/Prince William, Smithfield/Isle of Wight
wdva: Richmond: Roanoke, Abingdon, Charlottesville: Pulaski/Pulaski, Marion/Smyth, Woodstock/Shenandoah, Rocky Mount/Franklin
edwa: Seattle: Spokane, Yakima: Moses Lake/Grant, Wenatchee/Chelan, Pullman/Whitman, Kennewick/Benton, Colville/Stevens
wdwa: Seattle: Seattle, Tacoma: Centralia/Lewis, Bellingham/Whatcom, Port Angeles/Clallam, Longview/Cowlitz, Marysville/Snohomish
ndwv: Pittsburgh: Wheeling, Clarksburg, Martinsburg: Fairmont/Marion, Elkins/Randolph, Weirton/Hancock, Keyser/Mineral
edwi: Milwaukee: Milwaukee, Green Bay: Fond du Lac/Fond du Lac, Manitowoc/Manitowoc, Waukesha/Waukesha, Marinette/Marinette
wy: Denver: Cheyenne, Casper: Gillette/Campbell, Riverton/Fremont, Rock Springs/Sweetwater, Sheridan/Sheridan
"""  # noqa: E501

_SIDES = {"N": "Northern", "S": "Southern", "E": "Eastern", "W": "Western"}
_SIDES |= {"M": "Middle", "C": "Central"}
_STATE_POLICE = ("CT", "ME", "MA", "NH", "RI", "VT")
"""States whose counties have no police of their own."""


@dataclass(frozen=True, slots=True)
class District:
    """One of the offices, with what a release says of its place."""

    slug: str
    """As in addresses: "wdky"."""
    name: str
    """As records have it: "W.D. Kentucky"."""
    full: str
    """As sentences have it: "Western District of Kentucky"."""
    component: str
    """As the source names it: "USAO - Kentucky, Western"."""
    state: str
    postal: str
    abbreviation: str
    """Of the state, in a dateline: "Ky."."""
    hub: str
    """City of the investigators' field offices."""
    seats: tuple[str, ...]
    towns: tuple[tuple[str, str], ...]
    """Towns, each with its county."""

    def county(self, name: str) -> str:
        """The county by its full name, as that state calls it."""
        kinds = {"LA": "Parish", "PR": "Municipality"}
        return f"{name} {kinds.get(self.postal, 'County')}"

    def deputies(self, county: str) -> str:
        """Who polices the country around a town."""
        if self.postal in _STATE_POLICE:
            return f"the {self.state} State Police"
        if self.postal == "PR":
            return "the Puerto Rico Police Bureau"
        return f"the {self.county(county)} Sheriff’s Office"


@cache
def districts() -> tuple[District, ...]:
    """Every district of the practice study."""
    offices = {office.slug: office for office in DISTRICTS}
    short = {
        postal: abbreviation
        for _, postal, abbreviation in (
            entry.rsplit(maxsplit=2) for entry in re.split(r"[|\n]", _STATES) if entry.strip()
        )
    }
    found = []
    for line in _DISTRICTS.strip().splitlines():
        slug, hub, seats, towns = line.split(": ")
        office = offices[slug]
        side, state = office.name.split(" ", 1)
        part = f"{_SIDES[side[0]]} District" if side != "D." else "District"
        pairs = (town.split("/") for town in towns.split(", "))
        found.append(
            District(
                slug=slug,
                name=office.name,
                full=f"{part} of {state}",
                component=office.component,
                state=state,
                postal=office.state,
                abbreviation=short[office.state],
                hub=hub,
                seats=tuple(seats.split(", ")),
                towns=tuple((town, county) for town, county in pairs),
            )
        )
    return tuple(found)
