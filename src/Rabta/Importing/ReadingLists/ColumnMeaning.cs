using Rabta.Platform.Language;

namespace Rabta.Importing.ReadingLists;

/// <summary>What the values of a column are. Guessed, shown, correctable.</summary>
public enum ColumnMeaning
{
    /// <summary>A choice or several. Every heading nobody knows is an answer, never an error.</summary>
    Answer,
    Name,
    FirstName,
    LastName,

    /// <summary>The name as another language writes it; the column says which.</summary>
    NameIn,
    Address,
    Number,
    Phone,

    /// <summary>How many mentees a mentor has room for.</summary>
    Places,

    /// <summary>Whether somebody listed once takes both parts.</summary>
    BothRoles,
    Wish,
    Recommended,
    RecommendedBy,
    Why,

    /// <summary>People who must not be matched: a hard rule both ways.</summary>
    Conflict,

    /// <summary>Used by matching, shown to its owner only.</summary>
    Private,

    /// <summary>Read by people, never by matching.</summary>
    Text,
    LeaveOut,
}

/// <summary>A meaning with what it needs to be whole.</summary>
/// <param name="Language">The tag of the language, of <see cref="ColumnMeaning.NameIn"/> only.</param>
public readonly record struct Meant(ColumnMeaning Meaning, string? Language = null)
{
    /// <summary>As it is typed and kept: <c>Phone</c>, <c>name-ur</c>.</summary>
    public override string ToString() => Language is null ? $"{Meaning}" : $"name-{Language}";
}

/// <summary>The names a person may write for a meaning.</summary>
public static class MeaningNames
{
    private static readonly Dictionary<string, Meant> Known = new(
        from entry in new (ColumnMeaning Meaning, string[] Names)[]
        {
            (ColumnMeaning.Answer, ["answer", "question", "جواب", "سوال"]),
            (ColumnMeaning.Name, ["name", "full-name", "نام", "پورا نام"]),
            (ColumnMeaning.FirstName, ["first-name", "پہلا نام"]),
            (ColumnMeaning.LastName, ["last-name", "surname", "خاندانی نام", "آخری نام"]),
            (ColumnMeaning.Address, ["address", "email", "پتا", "پتہ", "ای میل", "ای میل پتا"]),
            (ColumnMeaning.Number, ["number", "نمبر", "رول نمبر"]),
            (ColumnMeaning.Phone, ["phone", "فون", "فون نمبر"]),
            (ColumnMeaning.Places, ["places", "capacity", "گنجائش", "جگہیں"]),
            (ColumnMeaning.BothRoles, ["both", "both-parts", "دونوں"]),
            (ColumnMeaning.Wish, ["wish", "پسند"]),
            (ColumnMeaning.Recommended, ["recommended", "recommendation", "تجویز"]),
            (ColumnMeaning.RecommendedBy, ["recommended-by", "recommender", "نام تجویز کرنے والے"]),
            (ColumnMeaning.Why, ["why", "reason", "وجہ", "کیوں"]),
            (ColumnMeaning.Conflict, ["conflict", "ٹکراؤ", "مفادات کا ٹکراؤ"]),
            (ColumnMeaning.Private, ["private", "نجی", "نجی ترجیح"]),
            (ColumnMeaning.Text, ["text", "تحریر"]),
            (ColumnMeaning.LeaveOut, ["leave-out", "چھوڑ دیں"]),
        }
        from name in entry.Names
        select KeyValuePair.Create(Values.HeadingKey(name), new Meant(entry.Meaning))
    );

    public static Meant? MeaningOf(string name, Languages languages)
    {
        var key = Values.HeadingKey(name);
        if (Known.TryGetValue(key, out var meant))
        {
            return meant;
        }
        var named = languages.All.FirstOrDefault(l => key == Values.HeadingKey($"name-{l.Tag}"))?.Tag ?? NamesInLanguages.LanguageOf(key);
        return languages.Find(named) is { } language ? new(ColumnMeaning.NameIn, language.Tag) : null;
    }

    /// <summary>All that a column can be, a name in each language one by one. The first language has the name itself.</summary>
    public static IEnumerable<Meant> All(Languages languages) =>
        Enum.GetValues<ColumnMeaning>()
            .SelectMany(meaning =>
                meaning == ColumnMeaning.NameIn
                    ? languages.All.Skip(1).Select(language => new Meant(meaning, language.Tag))
                    : [new Meant(meaning)]
            );
}
