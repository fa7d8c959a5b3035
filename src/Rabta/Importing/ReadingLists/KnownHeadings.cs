using System.Text.RegularExpressions;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.ReadingLists;

/// <summary>The headings people write in the languages of the product, and what they mean by them.</summary>
internal static partial class KnownHeadings
{
    private static readonly Dictionary<string, ColumnMeaning> Known = new(
        from entry in new (ColumnMeaning Meaning, string Headings)[]
        {
            (ColumnMeaning.Name, "name|full name|student name|نام|پورا نام|طالب علم کا نام"),
            (ColumnMeaning.FirstName, "first name|given name|forename|پہلا نام"),
            (ColumnMeaning.LastName, "last name|surname|family name|خاندانی نام|آخری نام"),
            (ColumnMeaning.Address, "email|email address|mail|mail address|email id|ای میل|ای میل پتا|ای میل پتہ|ای میل ایڈریس"),
            (
                ColumnMeaning.Number,
                "roll no|roll number|registration no|registration number|reg no|staff no|staff number|staff id"
                    + "|employee id|employee no|employee number|student id|student no|student number|رول نمبر|رجسٹریشن نمبر"
            ),
            (
                ColumnMeaning.Phone,
                "phone|phone no|phone number|mobile|mobile no|mobile number|cell|cell no|cell number|cell phone|telephone"
                    + "|whatsapp|whatsapp no|whatsapp number|contact no|contact number|فون|فون نمبر|موبائل|موبائل نمبر|واٹس ایپ"
            ),
            (
                ColumnMeaning.Places,
                "capacity|places|slots|seats|number of mentees|no of mentees|max mentees|maximum mentees|mentees|گنجائش|جگہیں"
            ),
            (
                ColumnMeaning.BothRoles,
                "both mentor and mentee|both mentee and mentor|both parts|role|roles|role(s)|مینٹور اور شاگرد دونوں|کردار"
            ),
            (
                ColumnMeaning.Recommended,
                "recommended mentor|recommended mentors|recommended mentee|"
                    + "recommended mentees|recommended|تجویز کردہ مینٹور|تجویز کردہ شاگرد"
            ),
            (ColumnMeaning.RecommendedBy, "recommended by|recommender|نام تجویز کرنے والے|کس نے تجویز کیا"),
            (ColumnMeaning.Why, "why|why recommended|reason for recommendation|کیوں|تجویز کی وجہ"),
            (
                ColumnMeaning.Conflict,
                "not with|conflict|conflicts|conflict of interest|conflicts of interest|مفادات کا ٹکراؤ|ان کے ساتھ نہیں"
            ),
            (
                ColumnMeaning.Private,
                "religion|sect|caste|ethnicity|disability|orientation|sexual orientation|identity|identity to match"
                    + "|identity (to match)|characteristics|gender preferred|preferred gender|"
                    + "comfort|مذہب|فرقہ|مسلک|ذات|نسل|معذوری|شناخت|ترجیحی جنس"
            ),
            (ColumnMeaning.Text, "bio|biography|about|about me|about you|motivation|comments|comment|تعارف|تبصرہ|تبصرے"),
        }
        from heading in entry.Headings.Split('|')
        select KeyValuePair.Create(Values.HeadingKey(heading), entry.Meaning)
    );

    private static readonly Dictionary<string, int> Ordinals = new(
        from entry in (
            "first 1st پہلی|second 2nd دوسری|third 3rd تیسری|fourth 4th چوتھی|fifth 5th پانچویں|"
            + "sixth 6th چھٹی|seventh 7th ساتویں|eighth 8th آٹھویں|ninth 9th نویں"
        )
            .Split('|')
            .Index()
        from word in entry.Item.Split(' ')
        select KeyValuePair.Create(TextKey.Of(word), entry.Index + 1)
    );

    /// <summary>The meaning of a heading in the list of this part, and its rank where it is a wish.</summary>
    public static (ColumnMeaning Meaning, int? Rank, string? Language) MeaningOf(string heading, ProgrammeRoles role)
    {
        var key = Values.HeadingKey(heading).TrimEnd('.', ':', '*', '?');
        if (Of(key, role) is { } exact)
        {
            return exact;
        }
        // "Religion (optional)", "Phone (WhatsApp)": the words before the brackets decide; names and addresses have their own rules.
        var bare = Bracketed().Replace(key, "");
        return Of(bare, role) is { } loose && loose.Meaning is not (ColumnMeaning.Name or ColumnMeaning.Address)
            ? loose
            : (ColumnMeaning.Answer, null, null);
    }

    /// <summary>Headings that speak of mail; only what stands below them tells whether they hold addresses.</summary>
    public static bool SpeaksOfMail(string heading)
    {
        var key = Values.HeadingKey(heading);
        return key.Length <= 40
            && !key.Contains('@', StringComparison.Ordinal)
            && (key.Contains("MAIL", StringComparison.Ordinal) || key.Contains(Values.HeadingKey("ای میل"), StringComparison.Ordinal));
    }

    public static bool IsTimeStamp(string headingKey) =>
        headingKey is "TIMESTAMP" or "SUBMITTEDAT" or "SUBMITTEDON" or "STARTTIME" or "COMPLETIONTIME" or "LASTMODIFIEDTIME";

    private static (ColumnMeaning Meaning, int? Rank, string? Language)? Of(string key, ProgrammeRoles role)
    {
        if (WishRank(key) is { } rank)
        {
            return (ColumnMeaning.Wish, rank == 0 ? null : rank, null);
        }
        if (key is "MENTORNAME" && role == ProgrammeRoles.Mentor)
        {
            return (ColumnMeaning.Name, null, null);
        }
        if (key is "MENTEENAME" && role == ProgrammeRoles.Mentee)
        {
            return (ColumnMeaning.Name, null, null);
        }
        var plain = key.Replace(".", "", StringComparison.Ordinal);
        if (NamesInLanguages.LanguageOf(plain) is { } language)
        {
            return (ColumnMeaning.NameIn, null, language);
        }
        if (!Known.TryGetValue(plain, out var meaning))
        {
            return null;
        }
        return meaning == ColumnMeaning.Places && role != ProgrammeRoles.Mentor ? null : (meaning, null, null);
    }

    /// <summary>The rank a heading gives its wishes, 0 where it gives none, null where it is no wish.</summary>
    internal static int? WishRank(string key)
    {
        if (Numbered().Match(key) is { Success: true } numbered)
        {
            return numbered.Groups["rank"].Success ? numbered.Groups["rank"].Value[0] - '0' : 0;
        }
        var spoken = Spoken().Match(key);
        return spoken.Success && Ordinals.TryGetValue(spoken.Groups["rank"].Value, out var rank) ? rank : null;
    }

    /// <summary>1 for "first", "1st", «پہلی».</summary>
    internal static int? OrdinalOf(string word) => Ordinals.TryGetValue(word, out var rank) ? rank : null;

    [GeneratedRegex(
        @"^((WISH|CHOICE|PREFERREDMENT(OR|EE)(S|\(S\))?|پسند|پسندیدہمینٹور|پسندیدہشاگرد)(?<rank>[1-9])"
            + @"|WISH|WISHES|PREFERREDMENT(OR|EE)(S|\(S\))?|RANKEDMENT(OR|EE)S|پسند|پسندیدہمینٹور|پسندیدہشاگرد)\z"
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<rank>.{3,8})(CHOICE|WISH|پسند)\z")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\([^)]*\)\z")]
    private static partial Regex Bracketed();
}
