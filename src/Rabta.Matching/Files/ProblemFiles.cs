namespace Rabta.Matching.Files;

/// <summary>What came of solving a file.</summary>
/// <param name="Json">The result, or the contradiction as <c>{"error": …}</c>.</param>
/// <param name="Ignored">Keys of the file that mean nothing here.</param>
/// <param name="Faults">What the independent check found wrong; must be 0, or the result must not be used.</param>
public sealed record SolvedFile(byte[] Json, FileError? Error, IReadOnlyList<string> Ignored, int Faults);

/// <summary>Matching problems as JSON files; <c>docs/matching.md</c> describes the forms.</summary>
public static class ProblemFiles
{
    /// <summary>Larger files are refused unread: a problem of a million mentees with twenty wishes each fits.</summary>
    public const long MostBytes = 512L << 20;

    /// <summary>The forms of problems and results, as they are written; the same in every language.</summary>
    public const string Forms = """
          {"mode"?, "seed"?, "mentees": {"a": [["m1","m2"],["m3"]]},
           "mentors": {"m1": {"capacity": 2, "prefs"?: [["a"],["b","c"]], "reserved"?: {"group": 1}}},
           "pins"?: [["a","m1"]], "forbids"?: [["b","m2"]], "groups"?: {"group": ["a"]}, "scores"?: {"a": {"m1": 40}}, "d"?: 3,
           "lastUnmatched"?: ["b"], "current"?: {"a": "m1"}, "event"?, "optedIn"?: ["c"], "budget"?: 1, "priceOfMove"?}
            mode: stable | lottery | welfare | balanced
            event: {"leave": "a", "ban"?: true} | {"withdraw": "a"} | {"arrive": "d"} | {"capacity": "m1", "to": 3} | {"switch": "a"}
          {"students": {"s": ["p1","p2"]}, "projects": {"p1": {"capacity": 2, "supervisor": "x"}},
           "supervisors": {"x": {"capacity": 3, "prefs"?: ["s"]}}, "pins"?, "forbids"?}
          {"people": {"a": ["b","c"]}, "pins"?, "forbids"?}
          {"weights": [[48,32],[23,17]], "threshold"?: 30}
        result:
          {"pairs": {"a": "m1"}, "unmatched": {"b": {"reason", "change": {"text", "op"} | null}}, "moved": ["a"],
           "blockingPairs": [{"pair": ["a","m1"], "because": "pin" | "incumbent" | "not-opted-in" | "mode"}], "stats",
           "forbids", "proposals": [{"to", "moves": [{"who","from","to"}], "placed"}]  (first form), "stable" (people)}
            op: {"capacity": ["m1", 3]} | {"capacity": [["p1", 3],["x", 4]]} | {"list": ["b","m2"]} | {"unforbid": ["b","m2"]}
          {"error": {"code", "message", "at"}}
        """;

    /// <summary>Solves a problem. The same bytes give the same bytes.</summary>
    /// <param name="seeksChanges">
    /// Whether to look for what would match those left without, which takes most of the time of a small problem.
    /// </param>
    public static SolvedFile Solve(ReadOnlySpan<byte> problem, bool seeksChanges = true)
    {
        try
        {
            var raw = ProblemReader.Read(problem);
            ProblemLinks.Check(raw);
            return raw.Form == FileForm.Weights ? new(WeightsWriter.Write(raw), null, raw.Ignored, 0) : Solve(raw, seeksChanges);
        }
        catch (FileErrorException found)
        {
            return Refused(found.Error);
        }
    }

    /// <summary>Judges a result against its problem, trusting nothing of how it came about.</summary>
    /// <returns>Sentences, one a thing found wrong; none for a good result.</returns>
    public static (IReadOnlyList<string> Found, FileError? Error) Check(ReadOnlySpan<byte> problem, ReadOnlySpan<byte> result)
    {
        try
        {
            var raw = ProblemReader.Read(problem);
            ProblemLinks.Check(raw);
            return (new ResultCheckOfFile(raw).Run(result), null);
        }
        catch (FileErrorException found)
        {
            return ([], found.Error);
        }
    }

    /// <summary>Whether these first bytes can be those of a problem: an object, perhaps after white space.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> bytes)
    {
        var text = (bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes).TrimStart(" \t\r\n"u8);
        return text.IsEmpty || text[0] == (byte)'{';
    }

    /// <summary>A contradiction as a result file tells it.</summary>
    public static SolvedFile Refused(FileError error) => new(ResultWriter.Error(error), error, [], 0);

    /// <summary>A file larger than <see cref="MostBytes"/>.</summary>
    public static FileError TooLarge { get; } =
        new(FileErrorCodes.BadFile, "The file is larger than 512 MB. Split the problem, or leave scores out.", "line 1, column 1");

    private static SolvedFile Solve(RawProblem raw, bool seeksChanges)
    {
        var problem = new FileProblem(raw);
        var solution = FileSolver.Solve(problem, FileChange.None);
        using var writer = new ResultWriter(problem, solution, seeksChanges);
        return new(writer.Write(), null, raw.Ignored, solution.Faults.Count);
    }
}
