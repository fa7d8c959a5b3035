#!/usr/bin/env python3
"""Writes the sample lists of this folder: fifty mentors, fifty mentees, all invented. The same every time; python3 alone is enough."""
import csv
import io
import pathlib
import random
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent
DICE = random.Random(20261125)
FIRST = "Hira حرا|Ayesha عائشہ|Iqra اقرا|Zainab زینب|Sana ثنا|Noor نور|Amna آمنہ|Kiran کرن|Nimra نمرہ|Laiba لائبہ|Usman عثمان|Hamza حمزہ|Danish دانش|Saad سعد|Bilal بلال|Omar عمر|Zain زین|Junaid جنید|Talha طلحہ|Yasir یاسر"
FAMILY = "Nadeem ندیم|Siddiqui صدیقی|Khattak خٹک|Malik ملک|Iqbal اقبال|Shah شاہ|Gul گل|Baloch بلوچ|Afridi آفریدی|Bhatti بھٹی"
LANGUAGES = ["Urdu", "Punjabi", "Pashto", "Sindhi", "Balochi"]
INTERESTS = ["Research", "Teaching", "Surgery", "Public health", "Poetry"]
EVENINGS = ["Monday evening", "Tuesday evening", "Saturday morning"]
DEPARTMENTS = ["Physiology", "Anatomy", "Surgery", "Community Medicine", "Paediatrics"]


def names(count, title="", title_urdu=""):
    first, family = ([pair.split(" ") for pair in text.split("|")] for text in (FIRST, FAMILY))
    every = [(f, g) for f in first for g in family]
    for f, g in DICE.sample(every, count):
        yield f"{title}{f[0]} {g[0]}", f"{title_urdu}{f[1]} {g[1]}", f"{f[0]}.{g[0]}".lower()


def some(of):
    return "; ".join(sorted(DICE.sample(of, DICE.randint(1, 3))))


def places(i):
    """One to three, and one of them has room for six."""
    usual = DICE.randint(1, 3)
    return str(6 if i == 4 else usual)


def mentors():
    yield ["Name", "اردو نام", "Email", "Staff no", "Phone", "Capacity", "Department", "Languages", "Interests", "Free time", "Gender preferred", "Bio"]
    for i, (name, urdu, address) in enumerate(names(50, "Dr ", "ڈاکٹر ")):
        yield [name, urdu, f"{address}@staff.mmc.example", f"F-{100 + i}", f"0300 555 {1000 + i}", places(i), DICE.choice(DEPARTMENTS),
               some(LANGUAGES), some(INTERESTS), some(EVENINGS), DICE.choice(["", "", "a woman", "a man"]), "I listen better than I talk."]


def mentees(teachers):
    yield ["Name", "اردو نام", "Email", "Roll no", "Phone", "Year", "Languages", "Interests", "Free time", "Gender preferred", "Motivation",
           "Wish 1", "Wish 2", "Wish 3", "Recommended mentor", "Recommended by", "Why", "Not with"]
    for i, (name, urdu, address) in enumerate(names(50)):
        wished = DICE.sample(teachers, 3)
        recommended = DICE.choice(teachers) if i % 10 == 3 else None
        # By address or by name, as people do.
        wishes = [wished[0][2], wished[1][0], "" if i % 4 == 0 else wished[2][2]]
        yield [name, urdu, f"{address}@students.mmc.example", f"{i + 1:04}", f"0333 555 {1000 + i}", str(i % 5 + 1), some(LANGUAGES), some(INTERESTS), some(EVENINGS),
               DICE.choice(["", "", "a woman", "a man"]), "Someone who listens.", *wishes,
               recommended[2] if recommended else "", "Prof. Tahira Aslam" if recommended else "", "They would laugh at the same things." if recommended else "",
               DICE.choice(teachers)[2] if i % 12 == 5 else ""]


def write_csv(name, rows, separator=",", encoding="utf-8"):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    (HERE / name).write_bytes(text.getvalue().encode(encoding))


def write_xlsx(name, rows):
    """The least a workbook can be; every cell a text of its own, so that leading zeros stay."""
    def letters(at):
        return chr(65 + at) if at < 26 else chr(64 + at // 26) + chr(65 + at % 26)
    cells = "".join(
        f'<row r="{y}">' + "".join(f'<c r="{letters(x)}{y}" t="inlineStr"><is><t>{escape(text)}</t></is></c>' for x, text in enumerate(row) if text) + "</row>"
        for y, row in enumerate(rows, 1))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{head}<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as book:
        for path, text in parts.items():
            book.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


teachers = list(mentors())
students = list(mentees(teachers[1:]))
for name, rows in (("mentors", teachers), ("mentees", students)):
    write_csv(f"{name}.csv", rows)
    write_csv(f"{name}.semicolon.csv", rows, ";", "utf-8-sig")
    write_csv(f"{name}.utf-16.csv", rows, "\t", "utf-16")
    write_xlsx(f"{name}.xlsx", rows)
