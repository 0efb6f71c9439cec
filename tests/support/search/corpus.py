"""Sixty small documents of a town and its people, ten formats of six each, and forty questions.

A question belongs to one document. Most use some of its words, as people do who know it; the others
say the same in words of their own.
"""

from __future__ import annotations

from . import writing

FORMATS: dict[str, writing.Writer] = {
    "pdf": writing.pdf,
    "docx": writing.word,
    "pptx": writing.slides,
    "html": writing.html,
    "md": writing.markdown,
    "txt": writing.text,
    "log": writing.text_utf16,
    "json": writing.as_json,
    "csv": writing.as_csv,
    "py": writing.as_csv,
}

_PAGES: dict[str, tuple[str, ...]] = {
    "swimming-pool.pdf": (
        "Opening hours of the swimming pool",
        "The indoor pool opens at seven on weekdays and at nine on Sundays. Last entry is an hour"
        " before closing. Children under eight must be with an adult in the water.",
        "A season ticket costs 180 crowns. Lockers take a coin, which comes back.",
    ),
    "tenancy.pdf": (
        "Tenancy agreement, Mill Lane 4",
        "The rent of 940 crowns is due on the third working day of each month. Three months' "
        "notice must be given in writing by either side.",
        "The deposit of two months' rent is paid back within six weeks after the keys are "
        "returned.",
    ),
    "vaccination.pdf": (
        "Vaccinations for travellers",
        "Yellow fever vaccine has to be given at least ten days before departure. Hepatitis A "
        "needs a second dose after half a year. Bring your certificate to the clinic.",
    ),
    "bridge-report.pdf": (
        "Inspection of the harbour bridge",
        "Corrosion was found on two bearings of the western pier. Lorries above twelve tonnes "
        "should take the bypass until the bearings are replaced in spring.",
    ),
    "espresso-machine.pdf": (
        "Espresso machine E4: descaling",
        "When the orange lamp blinks, the boiler has to be descaled. Fill the tank with citric "
        "acid solution, hold both buttons for five seconds and let it run through twice.",
    ),
    "wind-farm.pdf": (
        "Wind farm on the ridge",
        "Eleven turbines with a hub height of 140 metres will supply about nine thousand "
        "households. The nearest house is 1,200 metres away. Bats are protected by switching the "
        "rotors off on warm nights.",
    ),
    "travel-expenses.docx": (
        "Travel expenses",
        "Employees get 38 cents a kilometre when they use their own car. Receipts have to be "
        "handed in within thirty days. First class is paid for journeys of more than four hours.",
    ),
    "parental-leave.docx": (
        "Parental leave",
        "Either parent may stay at home for up to fourteen months after the birth. The employer "
        "has to be told seven weeks before. The job is kept open.",
    ),
    "bylaws.docx": (
        "Bylaws of the allotment society",
        "Hedges may be 1.25 metres high. Bonfires are not allowed. Between one and three in the "
        "afternoon no motor mowers are to be used. Each plot has to grow vegetables on a third of"
        " its area.",
    ),
    "job-advert.docx": (
        "We are looking for a beekeeper",
        "The botanical garden seeks a beekeeper for its twelve colonies, half time, from March. "
        "Experience with varroa mites and a driving licence are expected.",
    ),
    "minutes.docx": (
        "Minutes of the parish council, 4 May",
        "The council voted nine to two for a new roof of the primary school. The costs of 410,000"
        " crowns are met from reserves. Mrs Okafor will chair the building committee.",
    ),
    "recipe-goulash.docx": (
        "Goulash for eight",
        "Brown two kilograms of beef with the same weight of onions. Add sweet paprika off the "
        "heat, so that it does not turn bitter. Simmer for three hours with caraway and marjoram.",
    ),
    "onboarding.pptx": (
        "Welcome to the workshop",
        "Wear safety goggles and shoes with steel caps from the first minute.",
        "Your mentor shows you the lathe and the milling machine in the first week.",
    ),
    "sales-review.pptx": (
        "Sales in the third quarter",
        "Revenue rose by 14 percent, mostly with heat pumps. Gas boilers fell by a third.",
        "The northern region missed its target because two salespeople left.",
    ),
    "volcanoes.pptx": (
        "Volcanoes for class 7",
        "Magma that reaches the surface is called lava. Shield volcanoes have gentle slopes "
        "because their lava is thin.",
        "Pompeii was buried by ash in the year 79.",
    ),
    "phishing.pptx": (
        "Beware of phishing",
        "Nobody from our help desk ever asks for your password by mail. Check the address of a "
        "link before you click it.",
        "Report suspicious messages with the red button in the mail program.",
    ),
    "orchestra.pptx": (
        "Season of the chamber orchestra",
        "The season opens with Dvorak's serenade for strings in the abbey.",
        "The soloist in January is the cellist Ines Moreau.",
    ),
    "recycling.pptx": (
        "What goes into which bin",
        "Yellow: packaging of plastic and metal. Blue: paper and cardboard. Brown: peelings, "
        "coffee grounds and garden waste.",
        "Batteries and paint are taken by the depot at the gasworks on Saturdays.",
    ),
    "bakery.html": (
        "The bakery on the square",
        "Our rye bread rises for twenty hours and is baked in a wood-fired oven. On Fridays there"
        " are plaits with poppy seeds. We are closed on Mondays.",
    ),
    "bicycle-repair.html": (
        "Mending a puncture",
        "Take the wheel out, lever the tyre off with two irons and find the hole by holding the "
        "tube under water. Roughen the spot, put on rubber cement, wait five minutes, press the "
        "patch on.",
    ),
    "museum.html": (
        "The salt museum",
        "A tour leads through the old gallery 60 metres below ground, where it is eight degrees "
        "all year: bring a jacket. Tours start every full hour. Dogs have to stay outside.",
    ),
    "asthma.html": (
        "Using an inhaler",
        "Shake it, breathe out, put your lips around the mouthpiece and press while you breathe "
        "in slowly. Hold your breath for ten seconds. Rinse your mouth after cortisone.",
    ),
    "ferry.html": (
        "Ferry to the islands",
        "From May to September four boats a day sail to Sandholm; in winter one, at noon. The "
        "crossing takes 50 minutes. Cars have to be booked ahead, bicycles travel free.",
    ),
    "chess-club.html": (
        "Chess club",
        "We meet on Tuesdays at seven in the back room of the Anchor. Beginners learn openings "
        "from our trainer, a former national champion. The annual tournament is in November.",
    ),
    "incident.md": (
        "Outage of 12 February",
        "Logins failed for 43 minutes because the certificate of the identity provider had "
        "expired. Renewal is automatic now, and an alarm goes off three weeks ahead.",
    ),
    "backup.md": (
        "Restoring the database",
        "Stop the application, copy the newest snapshot from the bucket `nightly`, run "
        "`pg_restore` with four jobs and start again. A full restore takes about 25 minutes.",
    ),
    "style-guide.md": (
        "How we write",
        "Use short sentences and the active voice. Numbers up to twelve are spelled out. Headings"
        " have capitals only where a sentence would.",
    ),
    "tomatoes.md": (
        "Growing tomatoes",
        "Sow indoors in March and plant out after the last frost. Pinch out side shoots. Water at"
        " the roots only, as wet leaves invite blight.",
    ),
    "marathon.md": (
        "Sixteen weeks to a marathon",
        "The long run grows by two kilometres each week up to 32. Every fourth week is easy. In "
        "the last two weeks you rest more than you run.",
    ),
    "genealogy.md": (
        "The Lindqvist family",
        "Karl Lindqvist came from Uppsala in 1871 as a clockmaker. His daughter Sigrid founded "
        "the girls' school in Market Street and led it for thirty years.",
    ),
    "cat-care.txt": (
        "Looking after Mimi",
        "She gets half a tin in the morning and dry food at night. Her tablet against the thyroid"
        " goes into a piece of liver sausage. The vet is Dr Haas, telephone 5521.",
    ),
    "lost-property.txt": (
        "Lost property office",
        "What is found in buses and trams is kept for six weeks at the depot in Canal Street. "
        "Telephones and purses are handed to the police. The fee is four crowns.",
    ),
    "observatory.txt": (
        "Observatory nights",
        "On clear Fridays visitors may look through the refractor of 1904. In August the Perseids"
        " can be seen. The dome is not heated.",
    ),
    "piano.txt": (
        "Caring for a piano",
        "Have it tuned twice a year, best when the heating season has begun and when it has "
        "ended. Humidity should stay between 45 and 60 percent, or the soundboard may crack.",
    ),
    "will.txt": (
        "Making a will",
        "A will written by hand has to be signed and dated; a typed one without witnesses is "
        "void. Spouses may make one together. Leave it with the probate court or somebody you "
        "trust.",
    ),
    "fire-drill.txt": (
        "Fire drill",
        "When the bell rings in short bursts, leave your things, close the windows and go down "
        "the stairs, not the lift. Meet under the lime trees and wait to be counted.",
    ),
    "router.log": (
        "Router events",
        "08:14 link down on port wan0, cable fault. 08:15 switched to mobile broadband. 09:02 "
        "link up on wan0, mobile broadband in standby.",
    ),
    "greenhouse.log": (
        "Greenhouse sensor",
        "At noon the temperature reached 41 degrees and the roof vents stayed shut: motor 3 drew "
        "no current. Shading was rolled out by hand.",
    ),
    "ship.log": (
        "Log of the schooner Elvira",
        "Fog since dawn, foghorn every two minutes. Sounding gave seven fathoms. Anchored in the "
        "lee of Gull Rock to wait for the tide.",
    ),
    "build.log": (
        "Build 2209",
        "Compiling 310 units. Linker error: undefined reference to inflateInit2. Hint: the "
        "package zlib headers is not installed on the agent. Build failed.",
    ),
    "weather-station.log": (
        "Weather station on the pass",
        "Gusts of 118 km/h at 03:40. Barometer 962 hPa and falling. Snow depth 84 cm. The heating"
        " of the anemometer was switched on.",
    ),
    "night-shift.log": (
        "Night shift, ward 3",
        "Room 12 had a fever of 39.2, paracetamol given at two. Room 15 slept well. The infusion "
        "pump in room 9 sounded an alarm, its battery was replaced.",
    ),
    "wine-list.json": (
        "Wine list",
        "Riesling, dry, from slate soil: goes with trout. Pinot noir, aged in oak: goes with "
        "duck. Elderflower fizz without alcohol.",
    ),
    "library-rules.json": (
        "Library rules",
        "Books are lent for four weeks and may be renewed twice online. Each late day costs 20 "
        "cents. Atlases and newspapers are for the reading room only.",
    ),
    "warranty.json": (
        "Warranty of the dishwasher",
        "Parts and labour are covered for three years from the date on the invoice. Damage by "
        "limescale or by a wrong connection is excluded. Register within a month.",
    ),
    "playlist.json": (
        "School dance",
        "Start with slow waltzes, then swing. The band breaks at ten for the raffle. Last song: "
        "Moon River.",
    ),
    "aquarium.json": (
        "Aquarium",
        "Neon tetras need soft water of 24 degrees. Change a quarter of it every week. Shrimps "
        "eat the algae; do not use copper, which kills them.",
    ),
    "parking.json": (
        "Parking permits",
        "Residents of zone B pay 60 crowns a year for one vehicle. Visitors get day passes from "
        "the machine at the town hall. Electric cars park free while they charge.",
    ),
    "prices.csv": (
        "item;unit;price",
        "oak firewood;cubic metre;95",
        "beech firewood;cubic metre;89",
        "wood pellets;sack of 15 kg;6.40",
        "kindling;net;4.20",
    ),
    "timetable.csv": (
        "bus;from;to;first;last",
        "12;station;university;05:20;23:50",
        "14;station;hospital;04:55;00:25",
        "27;market;airport;06:10;21:40",
    ),
    "phone-list.csv": (
        "department;name;extension",
        "payroll;Ruth Adeyemi;210",
        "janitor;Pavel Novak;318",
        "purchasing;Lena Brandt;244",
        "works council;Tom Fischer;401",
    ),
    "rivers.csv": (
        "river;length in km;mouth",
        "Aller;215;Weser",
        "Rur;165;Meuse",
        "Drava;710;Danube",
        "Salzach;227;Inn",
    ),
    "inventory.csv": (
        "shelf;article;pieces",
        "A1;hinges of brass;480",
        "A2;wood screws 4 x 40;12000",
        "B1;padlocks;75",
        "B3;sandpaper grain 120;900",
    ),
    "results.csv": (
        "athlete;discipline;result",
        "Mara Jensen;javelin;58.20 m",
        "Oluchi Eze;high jump;1.91 m",
        "Tess Vermeer;hurdles;13.02 s",
    ),
    "interest.py": (
        "def monthly_payment(loan: float, yearly_rate: float, years: int) -> float:",
        '    """Return the annuity that pays back a mortgage."""',
        "    rate, months = yearly_rate / 12, years * 12",
        "    return loan * rate / (1 - (1 + rate) ** -months)",
    ),
    "leap_year.py": (
        "def is_leap(year: int) -> bool:",
        '    """Whether February has 29 days in a year of the Gregorian calendar."""',
        "    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)",
    ),
    "retry.py": (
        "def delays(attempts: int, base: float = 0.5):",
        '    """Yield how long to wait before each new attempt: exponential backoff with '
        'jitter."""',
        "    for attempt in range(attempts):",
        "        yield random.uniform(0, base * 2**attempt)",
    ),
    "iban.py": (
        "def is_valid(iban: str) -> bool:",
        '    """Check the digits of a bank account number by ISO 7064 modulo 97."""',
        "    moved = iban[4:] + iban[:4]",
        "    return int(''.join(str(int(c, 36)) for c in moved)) % 97 == 1",
    ),
    "caesar.py": (
        "def encipher(text: str, shift: int) -> str:",
        '    """Move each letter of the alphabet on, as Julius Caesar did with his letters."""',
        "    return ''.join(chr((ord(c) - 97 + shift) % 26 + 97) for c in text)",
    ),
    "temperature.py": (
        "def to_fahrenheit(celsius: float) -> float:",
        '    """Convert degrees Celsius to degrees Fahrenheit."""',
        "    return celsius * 9 / 5 + 32",
    ),
}

QUESTIONS: dict[str, str] = {
    "When does the swimming pool open on Sundays?": "swimming-pool.pdf",
    "How much notice must a tenant give?": "tenancy.pdf",
    "How many days before departure is the yellow fever vaccine given?": "vaccination.pdf",
    "Which lorries may not cross the harbour bridge?": "bridge-report.pdf",
    "What do I do when the orange lamp of the coffee maker blinks?": "espresso-machine.pdf",
    "How tall are the turbines on the ridge?": "wind-farm.pdf",
    "What do I get per kilometre if I drive my own car to a customer?": "travel-expenses.docx",
    "How long can a father stay at home after his baby is born?": "parental-leave.docx",
    "How high may a hedge be in the allotments?": "bylaws.docx",
    "Who is looking for someone to care for bees?": "job-advert.docx",
    "What did the council decide about the school roof?": "minutes.docx",
    "How do I keep the paprika from turning bitter?": "recipe-goulash.docx",
    "What protective equipment is needed in the workshop?": "onboarding.pptx",
    "Why did the northern region miss its target?": "sales-review.pptx",
    "What is molten rock called once it is above ground?": "volcanoes.pptx",
    "How do I report a suspicious email?": "phishing.pptx",
    "Who plays the cello in January?": "orchestra.pptx",
    "Where do I take old batteries?": "recycling.pptx",
    "Which day is the bakery closed?": "bakery.html",
    "How do I fix a flat tire?": "bicycle-repair.html",
    "Should I take warm clothes to the salt museum?": "museum.html",
    "How long should I hold my breath after using the inhaler?": "asthma.html",
    "How long is the boat trip to Sandholm?": "ferry.html",
    "Why could nobody log in on 12 February?": "incident.md",
    "How long does it take to restore the database?": "backup.md",
    "When are tomatoes planted out?": "tomatoes.md",
    "Who founded the girls' school?": "genealogy.md",
    "What medicine does the cat need?": "cat-care.txt",
    "I left my umbrella on the tram, where can I get it back?": "lost-property.txt",
    "How often should a piano be tuned?": "piano.txt",
    "Is a testament valid if I typed it on a computer?": "will.txt",
    "Where do we gather during a fire drill?": "fire-drill.txt",
    "Why did the roof vents of the greenhouse stay shut?": "greenhouse.log",
    "Why did build 2209 fail?": "build.log",
    "Which patient had a high temperature?": "night-shift.log",
    "What is the fine for overdue books?": "library-rules.json",
    "Which wine goes with duck?": "wine-list.json",
    "Which bus goes to the airport?": "timetable.csv",
    "What does a cubic metre of beech firewood cost?": "prices.csv",
    "Which function computes the payment for a home loan?": "interest.py",
}


def files() -> dict[str, bytes]:
    """Return the contents of the documents by name."""
    return {name: FORMATS[name.partition(".")[2]](*page) for name, page in _PAGES.items()}
