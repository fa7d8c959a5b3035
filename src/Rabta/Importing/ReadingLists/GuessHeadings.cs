using System.Text.RegularExpressions;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.ReadingLists;

/// <summary>
/// What a heading means that is not one of the known ones, by its words: "Name of Faculty", "How many students can you take?".
/// </summary>
internal static partial class GuessHeadings
{
    /// <param name="values">What stands below, where the words alone do not decide.</param>
    public static (ColumnMeaning Meaning, int? Rank)? MeaningOf(string heading, ProgrammeRoles role, Func<IReadOnlyList<string>> values)
    {
        // What stands in brackets explains, and decides nothing: "Full Name (as on CNIC)".
        var text = TextKey.Of(Bracketed().Replace(heading, " ")).TrimEnd('.', ':', '*', '?', ' ');
        var known = KnownHeadings.MeaningOf(text, role);
        if (known.Meaning is ColumnMeaning.Name or ColumnMeaning.Address && text.Length < TextKey.Of(heading).Length)
        {
            return (known.Meaning, null);
        }
        if (Choice().IsMatch(text) && OtherPart(role).IsMatch(text) && !Something().IsMatch(text))
        {
            return (ColumnMeaning.Wish, RankOf(text));
        }
        if (role == ProgrammeRoles.Mentor && Mentees().IsMatch(text) && HowMany().IsMatch(text))
        {
            return Mostly(values(), value => PlacesInWords.Read(value) is not null) ? (ColumnMeaning.Places, null) : null;
        }
        if (Name().IsMatch(text) && !NotTheirs().IsMatch(text) && !OtherPart(role).IsMatch(text))
        {
            return Mostly(values(), IsName) ? (ColumnMeaning.Name, null) : null;
        }
        if (Phone().IsMatch(text))
        {
            return Mostly(values(), value => value.Count(char.IsDigit) >= 7) ? (ColumnMeaning.Phone, null) : null;
        }
        return Number().IsMatch(text) && !NotTheirs().IsMatch(text) && Mostly(values(), value => value.Any(char.IsDigit))
            ? (ColumnMeaning.Number, null)
            : null;
    }

    /// <summary>Google calls the address of who answered the user name.</summary>
    public static bool SpeaksOfAnAccount(string heading) =>
        Values.HeadingKey(heading) is "USERNAME" or "USER" or "USERID" or "LOGIN" or "ACCOUNT" or "RESPONDENT" or "GMAIL" or "CONTACT";

    private static bool Mostly(IReadOnlyList<string> values, Func<string, bool> holds) =>
        values.Count == 0 || values.Count(holds) * 2 > values.Count;

    /// <summary>Something with letters in it, and neither a sentence nor an address.</summary>
    private static bool IsName(string value) =>
        value.Any(char.IsLetter) && !value.Contains('@', StringComparison.Ordinal) && value.Split(' ').Length <= 7;

    private static int? RankOf(string text)
    {
        if (Digit().Match(text) is { Success: true } digit)
        {
            return digit.Value[0] - '0';
        }
        return text.Split(' ').Select(KnownHeadings.OrdinalOf).FirstOrDefault(rank => rank is not null);
    }

    private static Regex OtherPart(ProgrammeRoles role) => role == ProgrammeRoles.Mentor ? Mentees() : Mentors();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\b(CHOICE|PREFERENCE|PREFERRED|PREFER|WISH|WISHES|RANK|RANKED|WANT|LIKE TO HAVE)\b|پسند|ترجیح|خواہش")]
    private static partial Regex Choice();

    /// <summary>A choice of something else than a person.</summary>
    [GeneratedRegex(
        @"\b(GENDER|SEX|TIME|TIMES|DAY|DAYS|TOPIC|SUBJECT|FIELD|SPECIALTY|SPECIALITY|LANGUAGE|MODE|MEDIUM|TYPE|KIND|AGE|HOW|WHY"
            + @"|QUALITIES)\b"
            + "|جنس|وقت|دن|زبان"
    )]
    private static partial Regex Something();

    [GeneratedRegex(@"\b(MENTORS?|FACULTY|TEACHERS?|SUPERVISORS?|TUTORS?|ADVISORS?|ADVISERS?)\b|مینٹور|استاد|اساتذہ")]
    private static partial Regex Mentors();

    [GeneratedRegex(@"\b(MENTEES?|STUDENTS?|PROTEGES?|TRAINEES?)\b|شاگرد|طلبہ|طالب علم|طلباء")]
    private static partial Regex Mentees();

    [GeneratedRegex(@"\b(HOW MANY|NUMBER|NO|NOS|MAX|MAXIMUM|CAPACITY|TAKE|ACCEPT|LIMIT|COUNT|SLOTS?|SEATS?|PLACES?)\b|#|کتنے|تعداد|گنجائش")]
    private static partial Regex HowMany();

    [GeneratedRegex(@"\bNAMES?\b|نام")]
    private static partial Regex Name();

    /// <summary>The name or number of somebody or something else.</summary>
    [GeneratedRegex(
        @"\b(FATHER|MOTHER|GUARDIAN|PARENT|HUSBAND|SPOUSE|EMERGENCY|RECOMMENDED|REFERENCE|PROGRAMME|PROGRAM|COURSE|COLLEGE|INSTITUTE"
            + @"|INSTITUTION"
            + @"|UNIVERSITY|DEPARTMENT|HOSPITAL|SCHOOL|COMPANY|FILE|USER|USERNAME|BANK|CITY|TOWN|DISTRICT|COORDINATOR"
            + @"|NICKNAME|PET)(S|'S|’S)?\b"
            + "|والد|والدہ|سرپرست|کالج|ادارہ|شہر"
    )]
    private static partial Regex NotTheirs();

    [GeneratedRegex(@"\b(PHONE|MOBILE|CELL|WHATSAPP|TELEPHONE)\b|\bCONTACT (NO|NUMBER|NUM)\b|فون|موبائل|واٹس ایپ")]
    private static partial Regex Phone();

    [GeneratedRegex(
        @"\b(ROLL|REGISTRATION|REGN?|ENROLL?MENT|ADMISSION|STUDENT|STAFF|EMPLOYEE|FACULTY)\b.*\b(NO|NUMBER|NUM|ID|CODE)\b"
            + @"|\b(ROLL|REG)\s*#|رول نمبر|رجسٹریشن"
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![0-9])[1-9](?![0-9])")]
    private static partial Regex Digit();
}

/// <summary>The four columns that a file of problem rows begins with, in each language.</summary>
internal static class ProblemColumns
{
    public static readonly IReadOnlyList<IReadOnlyList<string>> All =
    [
        [.. new[] { "File", "Row", "Column", "Reason" }.Select(Values.HeadingKey)],
        [.. new[] { "فائل", "سطر", "کالم", "وجہ" }.Select(Values.HeadingKey)],
    ];
}
