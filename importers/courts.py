"""The 94 federal judicial districts and their United States Attorneys' Offices."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class District:
    """One federal judicial district and its United States Attorney's Office."""

    slug: str
    """As in the office's address: "wdky" in `/usao-wdky/`."""
    name: str
    """As shown and stored: "W.D. Kentucky", "D. Minnesota"."""
    state: str
    """Postal abbreviation of the state or territory."""
    seat: str
    """City of the office's headquarters."""

    @property
    def part(self) -> str:
        """The part of the state: "Western"; "" where the district is all of it."""
        return _PARTS.get(self.name.partition(" ")[0], "")

    @property
    def place(self) -> str:
        """The state's or territory's name: "Kentucky"; "Columbia" for the capital."""
        return self.name.partition(" ")[2]

    @property
    def component(self) -> str:
        """As the Justice Department's pages name the office: "USAO - Kentucky, Western"."""
        place = "District of Columbia" if self.slug == "dc" else self.place
        return f"USAO - {place}, {self.part}" if self.part else f"USAO - {place}"


_PARTS = {
    "N.D.": "Northern",
    "S.D.": "Southern",
    "E.D.": "Eastern",
    "W.D.": "Western",
    "M.D.": "Middle",
    "C.D.": "Central",
}

DISTRICTS: tuple[District, ...] = (
    District("mdal", "M.D. Alabama", "AL", "Montgomery"),
    District("ndal", "N.D. Alabama", "AL", "Birmingham"),
    District("sdal", "S.D. Alabama", "AL", "Mobile"),
    District("ak", "D. Alaska", "AK", "Anchorage"),
    District("az", "D. Arizona", "AZ", "Phoenix"),
    District("edar", "E.D. Arkansas", "AR", "Little Rock"),
    District("wdar", "W.D. Arkansas", "AR", "Fort Smith"),
    District("cdca", "C.D. California", "CA", "Los Angeles"),
    District("edca", "E.D. California", "CA", "Sacramento"),
    District("ndca", "N.D. California", "CA", "San Francisco"),
    District("sdca", "S.D. California", "CA", "San Diego"),
    District("co", "D. Colorado", "CO", "Denver"),
    District("ct", "D. Connecticut", "CT", "New Haven"),
    District("de", "D. Delaware", "DE", "Wilmington"),
    District("dc", "D. Columbia", "DC", "Washington"),
    District("mdfl", "M.D. Florida", "FL", "Tampa"),
    District("ndfl", "N.D. Florida", "FL", "Tallahassee"),
    District("sdfl", "S.D. Florida", "FL", "Miami"),
    District("mdga", "M.D. Georgia", "GA", "Macon"),
    District("ndga", "N.D. Georgia", "GA", "Atlanta"),
    District("sdga", "S.D. Georgia", "GA", "Savannah"),
    District("gu", "D. Guam", "GU", "Hagåtña"),
    District("hi", "D. Hawaii", "HI", "Honolulu"),
    District("id", "D. Idaho", "ID", "Boise"),
    District("cdil", "C.D. Illinois", "IL", "Springfield"),
    District("ndil", "N.D. Illinois", "IL", "Chicago"),
    District("sdil", "S.D. Illinois", "IL", "Fairview Heights"),
    District("ndin", "N.D. Indiana", "IN", "Hammond"),
    District("sdin", "S.D. Indiana", "IN", "Indianapolis"),
    District("ndia", "N.D. Iowa", "IA", "Cedar Rapids"),
    District("sdia", "S.D. Iowa", "IA", "Des Moines"),
    District("ks", "D. Kansas", "KS", "Wichita"),
    District("edky", "E.D. Kentucky", "KY", "Lexington"),
    District("wdky", "W.D. Kentucky", "KY", "Louisville"),
    District("edla", "E.D. Louisiana", "LA", "New Orleans"),
    District("mdla", "M.D. Louisiana", "LA", "Baton Rouge"),
    District("wdla", "W.D. Louisiana", "LA", "Shreveport"),
    District("me", "D. Maine", "ME", "Portland"),
    District("md", "D. Maryland", "MD", "Baltimore"),
    District("ma", "D. Massachusetts", "MA", "Boston"),
    District("edmi", "E.D. Michigan", "MI", "Detroit"),
    District("wdmi", "W.D. Michigan", "MI", "Grand Rapids"),
    District("mn", "D. Minnesota", "MN", "Minneapolis"),
    District("ndms", "N.D. Mississippi", "MS", "Oxford"),
    District("sdms", "S.D. Mississippi", "MS", "Jackson"),
    District("edmo", "E.D. Missouri", "MO", "St. Louis"),
    District("wdmo", "W.D. Missouri", "MO", "Kansas City"),
    District("mt", "D. Montana", "MT", "Billings"),
    District("ne", "D. Nebraska", "NE", "Omaha"),
    District("nv", "D. Nevada", "NV", "Las Vegas"),
    District("nh", "D. New Hampshire", "NH", "Concord"),
    District("nj", "D. New Jersey", "NJ", "Newark"),
    District("nm", "D. New Mexico", "NM", "Albuquerque"),
    District("edny", "E.D. New York", "NY", "Brooklyn"),
    District("ndny", "N.D. New York", "NY", "Syracuse"),
    District("sdny", "S.D. New York", "NY", "New York"),
    District("wdny", "W.D. New York", "NY", "Buffalo"),
    District("ednc", "E.D. North Carolina", "NC", "Raleigh"),
    District("mdnc", "M.D. North Carolina", "NC", "Greensboro"),
    District("wdnc", "W.D. North Carolina", "NC", "Charlotte"),
    District("nd", "D. North Dakota", "ND", "Fargo"),
    District("nmi", "D. Northern Mariana Islands", "MP", "Saipan"),
    District("ndoh", "N.D. Ohio", "OH", "Cleveland"),
    District("sdoh", "S.D. Ohio", "OH", "Columbus"),
    District("edok", "E.D. Oklahoma", "OK", "Muskogee"),
    District("ndok", "N.D. Oklahoma", "OK", "Tulsa"),
    District("wdok", "W.D. Oklahoma", "OK", "Oklahoma City"),
    District("or", "D. Oregon", "OR", "Portland"),
    District("edpa", "E.D. Pennsylvania", "PA", "Philadelphia"),
    District("mdpa", "M.D. Pennsylvania", "PA", "Harrisburg"),
    District("wdpa", "W.D. Pennsylvania", "PA", "Pittsburgh"),
    District("pr", "D. Puerto Rico", "PR", "San Juan"),
    District("ri", "D. Rhode Island", "RI", "Providence"),
    District("sc", "D. South Carolina", "SC", "Columbia"),
    District("sd", "D. South Dakota", "SD", "Sioux Falls"),
    District("edtn", "E.D. Tennessee", "TN", "Knoxville"),
    District("mdtn", "M.D. Tennessee", "TN", "Nashville"),
    District("wdtn", "W.D. Tennessee", "TN", "Memphis"),
    District("edtx", "E.D. Texas", "TX", "Beaumont"),
    District("ndtx", "N.D. Texas", "TX", "Dallas"),
    District("sdtx", "S.D. Texas", "TX", "Houston"),
    District("wdtx", "W.D. Texas", "TX", "San Antonio"),
    District("ut", "D. Utah", "UT", "Salt Lake City"),
    District("vt", "D. Vermont", "VT", "Burlington"),
    District("vi", "D. Virgin Islands", "VI", "St. Thomas"),
    District("edva", "E.D. Virginia", "VA", "Alexandria"),
    District("wdva", "W.D. Virginia", "VA", "Roanoke"),
    District("edwa", "E.D. Washington", "WA", "Spokane"),
    District("wdwa", "W.D. Washington", "WA", "Seattle"),
    District("ndwv", "N.D. West Virginia", "WV", "Wheeling"),
    District("sdwv", "S.D. West Virginia", "WV", "Charleston"),
    District("edwi", "E.D. Wisconsin", "WI", "Milwaukee"),
    District("wdwi", "W.D. Wisconsin", "WI", "Madison"),
    District("wy", "D. Wyoming", "WY", "Cheyenne"),
)
"""All 94, by state. Guam and the Northern Marianas share one office, whose address is `gu`."""
