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

    /// <summary>The name in its second script.</summary>
    NameUrdu,
    Address,
    Number,
    Phone,

    /// <summary>How many mentees a mentor has room for.</summary>
    Places,

    /// <summary>Whether somebody listed once takes both parts.</summary>
    BothParts,
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

/// <summary>The names a person may write for a meaning, in English and Urdu.</summary>
public static class MeaningNames
{
    private static readonly Dictionary<string, ColumnMeaning> Known = new(
        from entry in new (ColumnMeaning Meaning, string[] Names)[]
        {
            (ColumnMeaning.Answer, ["answer", "question", "جواب", "سوال"]),
            (ColumnMeaning.Name, ["name", "full-name", "نام", "پورا نام"]),
            (ColumnMeaning.FirstName, ["first-name", "پہلا نام"]),
            (ColumnMeaning.LastName, ["last-name", "surname", "خاندانی نام", "آخری نام"]),
            (ColumnMeaning.NameUrdu, ["name-urdu", "اردو نام"]),
            (ColumnMeaning.Address, ["address", "email", "پتا", "پتہ", "ای میل", "ای میل پتا"]),
            (ColumnMeaning.Number, ["number", "نمبر", "رول نمبر"]),
            (ColumnMeaning.Phone, ["phone", "فون", "فون نمبر"]),
            (ColumnMeaning.Places, ["places", "capacity", "گنجائش", "جگہیں"]),
            (ColumnMeaning.BothParts, ["both", "both-parts", "دونوں"]),
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
        select KeyValuePair.Create(Values.HeadingKey(name), entry.Meaning)
    );

    public static ColumnMeaning? MeaningOf(string name) => Known.TryGetValue(Values.HeadingKey(name), out var meaning) ? meaning : null;
}
