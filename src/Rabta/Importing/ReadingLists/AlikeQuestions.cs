using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Importing.ReadingLists;

/// <summary>A question asked in both lists whose answers make two people alike.</summary>
public sealed record AlikeQuestion(string Key, string Heading, bool IsPrivate, int DifferentValues);

/// <summary>Which questions count as "alike is good", equally, unless told otherwise.</summary>
public static class AlikeQuestions
{
    public const int FewestValues = 2;
    public const int MostValues = Question.MostChoices;

    /// <summary>The same heading on both sides, answers or private, with 2 to 30 different values over both lists.</summary>
    public static IReadOnlyList<AlikeQuestion> Find(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        var values = ValuesByQuestion(roster);
        var asked = AskedOf(roster.MenteeColumns).ToHashSet(StringComparer.Ordinal);
        var counters = roster
            .MentorColumns.Concat(roster.MenteeColumns)
            .Where(column => column.IsCounter)
            .Select(column => column.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from column in roster.MentorColumns.Concat(roster.MenteeColumns).Where(IsAnswer)
            group column by column.Key into question
            where !counters.Contains(question.Key)
            where asked.Contains(question.Key) && AskedOf(roster.MentorColumns).Contains(question.Key)
            where values.TryGetValue(question.Key, out var different) && IsChoice(question.Key, different)
            select new AlikeQuestion(
                question.Key,
                question.First().Heading,
                question.Any(column => column.Meaning == ColumnMeaning.Private),
                values[question.Key].Count
            ),
        ];
    }

    private static Dictionary<string, HashSet<string>> ValuesByQuestion(Roster roster)
    {
        var values = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var answer in roster.People.SelectMany(person => person.Rows).SelectMany(row => row.Answers))
        {
            if (!values.TryGetValue(answer.Key, out var different))
            {
                values[answer.Key] = different = new(StringComparer.Ordinal);
            }
            if (different.Count > MostValues)
            {
                continue;
            }
            var same = roster.SameValues.GetValueOrDefault(answer.Key);
            foreach (var key in answer.Values.Select(TextKey.Of))
            {
                different.Add(same is not null && same.TryGetValue(key, out var one) ? TextKey.Of(one) : key);
            }
        }
        return values;
    }

    private static IEnumerable<string> AskedOf(IReadOnlyList<Column> columns) => columns.Where(IsAnswer).Select(column => column.Key);

    private static bool IsAnswer(Column column) => column.Meaning is ColumnMeaning.Answer or ColumnMeaning.Private;

    /// <summary>Forms add the time of each answer, and sheets the day of a mail; nobody is alike in those.</summary>
    internal static bool IsChoice(string key, HashSet<string> different) =>
        different.Count is >= FewestValues and <= MostValues
        && !KnownHeadings.IsTimeStamp(key)
        && different.Count(value => Values.IsTimeStamp(value) || MailAddress.Read(value) is not null) * 2 < different.Count;
}
