using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Rabta.Importing.ReadingLists;
using Rabta.People;

namespace Rabta.Importing.Storing;

/// <summary>Puts what became of an import into words.</summary>
public static class ImportSentences
{
    /// <summary>What is wrong, without where.</summary>
    public static string In(this ImportProblem problem, IStringLocalizer<Texts> texts) => texts[problem.Key, [.. problem.Args]];

    /// <summary>Where, and what is wrong.</summary>
    public static string At(this ImportProblem problem, IStringLocalizer<Texts> texts)
    {
        var reason = problem.In(texts);
        return problem switch
        {
            { File: null } => reason,
            { Row: { } row, Column: { } column } => texts["import.at.cell", problem.File, row, column, reason],
            { Row: { } row } => texts["import.at.row", problem.File, row, reason],
            _ => texts["import.at.file", problem.File, reason],
        };
    }

    public static string FieldsIn(this KeptOwn kept, IStringLocalizer<Texts> texts) =>
        Enum.GetValues<Corrected>()
            .Where(field => field != Corrected.Nothing && kept.Fields.HasFlag(field))
            .Select(field => texts[$"kept.{field}"].Value)
            .Aggregate((all, next) => texts["kept.and", all, next]);
}

/// <summary>The result as programs read it. The names are promised; change none.</summary>
internal static class ImportJson
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A list of a hundred thousand mistakes is told by its first.</summary>
    private const int Most = 1_000;

    public static string Of(ImportResult result, IStringLocalizer<Texts> texts) =>
        JsonSerializer.Serialize(
            new
            {
                result.Imported,
                result.Updated,
                result.Refused,
                Enrolments = new { result.Mentors, result.Mentees },
                Problems = result
                    .Problems.Take(Most)
                    .Select(problem => new
                    {
                        Kind = KindOf(problem.Kind),
                        problem.File,
                        problem.Row,
                        problem.Column,
                        Reason = problem.In(texts),
                        Code = CodeOf(problem.Key),
                    }),
                result.Skipped,
                result.Wishes,
                Guesses = result
                    .Guesses.Take(Most)
                    .Select(guess => new
                    {
                        Kind = KindOf(guess.Kind),
                        guess.File,
                        guess.Row,
                        guess.Column,
                        guess.From,
                        guess.To,
                        Certain = guess.IsCertain,
                        Taken = guess.IsTaken,
                    }),
                GuessesLeftOut = Math.Max(0, result.Guesses.Count - Most),
                ProblemsLeftOut = Math.Max(0, result.Problems.Count - Most),
            },
            Plain
        );

    private static string KindOf(ProblemKind kind) =>
        kind switch
        {
            ProblemKind.File => "file",
            ProblemKind.Row => "row",
            ProblemKind.Skipped => "skipped",
            _ => "cell",
        };

    private static string KindOf(GuessKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>The key of the sentence as programs know it: <c>no-names</c>.</summary>
    private static string CodeOf(string key) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(key[(key.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
