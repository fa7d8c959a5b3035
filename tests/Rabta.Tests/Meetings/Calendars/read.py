# Reads calendar files as a foreign program would: one line an event, fields apart by |.
import sys
from icalendar import Calendar
for name in sys.argv[1:]:
    calendar = Calendar.from_ical(open(name, "rb").read())
    zones = [str(z["TZID"]) for z in calendar.walk("VTIMEZONE")]
    for event in calendar.walk("VEVENT"):
        start = event["DTSTART"].dt
        print("|".join([str(calendar["METHOD"]), str(event["UID"]), str(event["SEQUENCE"]), str(event["STATUS"]),
                        start.isoformat(), str(event["DTSTART"].params.get("TZID")), ",".join(zones), str(event["SUMMARY"]), str(event["LOCATION"])]))
