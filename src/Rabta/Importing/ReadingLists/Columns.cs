using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Sheets;

namespace Rabta.Importing.ReadingLists;

/// <summary>A column and what it is taken to mean.</summary>
/// <param name="Key">The heading as headings compare.</param>
/// <param name="Rank">Which wish, where the heading says so.</param>
/// <param name="IsMapped">Somebody said so; not a guess.</param>
/// <param name="Language">The tag of the language, where it holds names in one.</param>
public sealed record Column(
    int Position,
    string Heading,
    string Key,
    ColumnMeaning Meaning,
    int? Rank,
    bool IsMapped,
    string? Language = null
)
{
    public Meant Meant => new(Meaning, Language);

    /// <summary>Guessed from words in the heading, or from what stands below; not one of the known headings.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>It numbers or names rows: nobody is alike in it.</summary>
    public bool IsCounter { get; init; }
}

/// <summary>Guesses what columns mean from their headings, and from what stands below where headings do not decide.</summary>
public static class Columns
{
    private const int RowsLookedAt = 500;

    /// <summary>
    /// A person has one of each of these. Where several columns look like one, the best is taken for it and the others are only read.
    /// </summary>
    private static readonly ColumnMeaning[] OnlyOne =
    [
        ColumnMeaning.Name,
        ColumnMeaning.FirstName,
        ColumnMeaning.LastName,
        ColumnMeaning.NameIn,
        ColumnMeaning.Address,
        ColumnMeaning.Number,
        ColumnMeaning.Phone,
        ColumnMeaning.Places,
        ColumnMeaning.BothRoles,
    ];

    /// <summary>Whether a row is the one with the headings: it has one for names or addresses.</summary>
    public static Func<IReadOnlyList<string>, bool> LookLikeHeadings(ProgrammeRoles role, ColumnMaps? maps = null) =>
        cells =>
            cells.Any(cell => IsNameOrAddress(maps?.MeaningOf(cell)?.Meaning ?? KnownHeadings.MeaningOf(cell, role).Meaning))
            || (cells.Count(cell => cell.Length > 0) > 1 && cells.Any(KnownHeadings.SpeaksOfMail));

    public static IReadOnlyList<Column> Guess(Sheet sheet, ProgrammeRoles role, ColumnMaps? maps = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var columns = sheet.Columns.Select(column => Guess(column, role, maps)).ToList();
        var filled = columns.ToDictionary(column => column.Position, column => Sample(sheet, column).Count());
        LeaveOutOurOwn(columns);
        GuessByWords(columns, sheet, role);
        ChooseAddress(columns, sheet);
        CheckRoles(columns, sheet);
        foreach (var meaning in OnlyOne)
        {
            foreach (var same in columns.Where(column => column.Meaning == meaning).Select(column => column.Meant).Distinct().ToList())
            {
                KeepOne(columns, same, filled);
            }
        }
        ReadReasonsOnly(columns);
        FindCounters(columns, sheet);
        return columns;
    }

    private static bool IsNameOrAddress(ColumnMeaning meaning) =>
        meaning is ColumnMeaning.Name or ColumnMeaning.FirstName or ColumnMeaning.LastName or ColumnMeaning.NameIn or ColumnMeaning.Address;

    private static Column Guess(SheetColumn column, ProgrammeRoles role, ColumnMaps? maps)
    {
        var key = Values.HeadingKey(column.Heading);
        var (meaning, rank, language) = KnownHeadings.MeaningOf(column.Heading, role);
        return maps?.MeaningOf(column.Heading) is { } mapped
            ? new Column(
                column.Position,
                column.Heading,
                key,
                mapped.Meaning,
                mapped.Meaning == ColumnMeaning.Wish ? KnownHeadings.WishRank(key) : null,
                true,
                mapped.Language
            )
            : new Column(column.Position, column.Heading, key, meaning, rank, false, language);
    }

    /// <summary>"Emailed on" and "Email consent" speak of mail and hold none; a college may also have two address columns.</summary>
    private static void ChooseAddress(List<Column> columns, Sheet sheet)
    {
        if (columns.Exists(column => column is { IsMapped: true, Meaning: ColumnMeaning.Address }))
        {
            return;
        }
        var candidates = columns
            .Where(column =>
                !column.IsMapped
                && (
                    column.Meaning == ColumnMeaning.Address
                    || (
                        column.Meaning == ColumnMeaning.Answer
                        && (KnownHeadings.SpeaksOfMail(column.Heading) || GuessHeadings.SpeaksOfAnAccount(column.Heading))
                    )
                )
            )
            .Select(column => (Column: column, Share: ShareOfAddresses(sheet, column)))
            .ToList();
        var chosen = candidates
            .Where(candidate => candidate.Column.Meaning == ColumnMeaning.Address || candidate.Share.Most)
            .OrderByDescending(candidate => candidate.Share.Most)
            .ThenByDescending(candidate => candidate.Column.Meaning == ColumnMeaning.Address)
            .ThenByDescending(candidate => candidate.Share.Count)
            .ThenBy(candidate => candidate.Column.Position)
            .Select(candidate => candidate.Column)
            .FirstOrDefault();
        foreach (var (column, share) in candidates)
        {
            var meaning =
                column == chosen ? ColumnMeaning.Address
                : share.Most ? ColumnMeaning.Text
                : ColumnMeaning.Answer;
            columns[columns.IndexOf(column)] = column with
            {
                Meaning = meaning,
                IsGuessed = meaning == ColumnMeaning.Address && column.Meaning != ColumnMeaning.Address,
            };
        }
    }

    private static (int Count, bool Most) ShareOfAddresses(Sheet sheet, Column column)
    {
        int filled = 0,
            addresses = 0;
        foreach (var value in Sample(sheet, column))
        {
            filled++;
            if (MailAddress.Read(value) is not null)
            {
                addresses++;
            }
        }
        return (addresses, addresses > 0 && addresses * 2 >= filled);
    }

    /// <summary>"Role" may be what somebody does at the hospital.</summary>
    private static void CheckRoles(List<Column> columns, Sheet sheet)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (column.IsMapped || column.Meaning != ColumnMeaning.BothRoles || column.Key.Contains("BOTH", StringComparison.Ordinal))
            {
                continue;
            }
            var values = Sample(sheet, column).ToList();
            if (values.Count > 0 && !values.Exists(value => Values.TakesBothRoles(value) is not null))
            {
                columns[i] = column with { Meaning = ColumnMeaning.Answer };
            }
        }
    }

    /// <summary>What somebody said stands; else a known heading, but one that is filled before one that is empty.</summary>
    private static void KeepOne(List<Column> columns, Meant meant, Dictionary<int, int> filled)
    {
        var mapped = columns.Exists(column => column.IsMapped && column.Meant == meant);
        var best = columns
            .Where(column => !column.IsMapped && column.Meant == meant)
            .OrderByDescending(column => filled[column.Position] > 0)
            .ThenBy(column => column.IsGuessed)
            .ThenBy(column => column.Position)
            .FirstOrDefault();
        for (var i = 0; i < columns.Count; i++)
        {
            if (!columns[i].IsMapped && columns[i].Meant == meant && (mapped || columns[i] != best))
            {
                columns[i] = columns[i] with { Meaning = ColumnMeaning.Text, Language = null };
            }
        }
    }

    /// <summary>A file of problem rows comes back with four columns that we put before the others.</summary>
    private static void LeaveOutOurOwn(List<Column> columns)
    {
        var keys = columns.Select(column => column.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var own in ProblemColumns.All.Where(own => own.All(keys.Contains)))
            for (var i = 0; i < columns.Count; i++)
                if (!columns[i].IsMapped && own.Contains(columns[i].Key))
                    columns[i] = columns[i] with { Meaning = ColumnMeaning.LeaveOut };
    }

    /// <summary>Headings that nobody knows, by their words; what stands below has to agree.</summary>
    private static void GuessByWords(List<Column> columns, Sheet sheet, ProgrammeRoles role)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (column.IsMapped || column.Meaning != ColumnMeaning.Answer)
            {
                continue;
            }
            if (GuessHeadings.MeaningOf(column.Heading, role, () => [.. Sample(sheet, column)]) is { } guessed)
            {
                columns[i] = column with { Meaning = guessed.Meaning, Rank = guessed.Rank, IsGuessed = true };
            }
        }
    }

    private static void FindCounters(List<Column> columns, Sheet sheet)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (
                !column.IsMapped
                && column.Meaning is ColumnMeaning.Answer or ColumnMeaning.Private
                && (Counters.IsHeading(column.Heading) || Counters.IsContent([.. Sample(sheet, column)]))
            )
            {
                columns[i] = column with { IsCounter = true };
            }
        }
    }

    /// <summary>A "why" without a recommended person is somebody's motivation.</summary>
    private static void ReadReasonsOnly(List<Column> columns)
    {
        if (columns.Exists(column => column.Meaning == ColumnMeaning.Recommended))
        {
            return;
        }
        for (var i = 0; i < columns.Count; i++)
        {
            if (!columns[i].IsMapped && columns[i].Meaning is ColumnMeaning.Why or ColumnMeaning.RecommendedBy)
            {
                columns[i] = columns[i] with { Meaning = ColumnMeaning.Text };
            }
        }
    }

    private static IEnumerable<string> Sample(Sheet sheet, Column column) =>
        sheet.Rows.Take(RowsLookedAt).Select(row => row[column.Position]).Where(value => !Values.IsNone(value));
}
