using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Sheets;

namespace Rabta.Importing.ReadingLists;

/// <summary>A file as it came: how it is called, and what is in it.</summary>
public sealed record ListFile(string Name, Func<Stream> Open)
{
    /// <summary>The name only: whatever stood before it is nobody's business, and neither are marks that turn text round.</summary>
    public static string NameOf(string path) =>
        string.Concat(path.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && !TextKey.IsInvisible(c))) is { Length: > 0 } name
            ? name
            : "list";
}

/// <summary>Reads the two files of an import into lists, or says of each what is wrong with it.</summary>
public static class OpenLists
{
    public static (TwoLists? Lists, IReadOnlyList<ImportProblem> Problems) Run(
        ListFile? mentors,
        ListFile? mentees,
        ColumnMaps mentorMaps,
        ColumnMaps menteeMaps
    )
    {
        var problems = new List<ImportProblem>();
        var lists = new TwoLists(
            Read(mentors, ProgrammeRoles.Mentor, mentorMaps, problems),
            Read(mentees, ProgrammeRoles.Mentee, menteeMaps, problems),
            mentorMaps,
            menteeMaps
        );
        return (problems.Count == 0 ? lists : null, problems);
    }

    private static SheetReading Read(ListFile file, Func<IReadOnlyList<string>, bool> looksLikeHeadings)
    {
        using var stream = file.Open();
        return SheetReader.Read(stream, file.Name, looksLikeHeadings);
    }

    private static Sheet? Read(ListFile? file, ProgrammeRoles role, ColumnMaps maps, List<ImportProblem> problems)
    {
        if (file is null)
            return null;
        try
        {
            var (sheet, refusal) = Read(file, Columns.LookLikeHeadings(role, maps));
            // Headings that nobody knows: the first row of several cells, or of any, has them, and what they mean is asked for.
            if (refusal?.Code == SheetProblemCode.NoHeadings)
                (sheet, refusal) = Read(file, cells => cells.Count(cell => cell.Length > 0) > 1);
            if (refusal is not null)
                problems.Add(ImportProblem.OfFile(refusal, file.Name));
            return sheet;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            problems.Add(ImportProblem.Of(ProblemKind.File, ImportProblemCode.FileNotOpened, file.Name, null, null));
            return null;
        }
    }
}
