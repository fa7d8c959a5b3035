using Rabta.Matching.Files;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Language;

namespace Rabta.Matches.Solving;

/// <summary><c>rabta match check</c>: runs the checker alone on a result, whoever made it.</summary>
public sealed class MatchCheckCommand(Languages languages) : ICommand
{
    private Localizer<Texts> T { get; } = new(languages);

    public string Name => "match check";
    public IReadOnlyList<string> Takes => ["--problem", "--result"];

    public async Task<int> Run(Given given, CancellationToken stop)
    {
        if (given.One("--problem") is not { } problem || given.One("--result") is not { } result)
            return given.Say(Given.BadUse, T["check.use"]);
        if (new[] { problem, result }.FirstOrDefault(path => !File.Exists(path)) is { } missing)
            return given.Say(Given.BadUse, T["solve.no-file", missing]);
        if (
            await MatchSolveCommand.ReadWhole(problem, stop) is not { } put
            || await MatchSolveCommand.ReadWhole(result, stop) is not { } claimed
        )
            return given.Say(Given.BadUse, T["solve.error.bad-file", ProblemFiles.TooLarge.At]);
        var (found, error) = ProblemFiles.Check(put, claimed);
        if (error is not null)
            return given.Say(Given.BadUse, T[$"solve.error.{error.Code}", MatchSolveCommand.OnOneLine(error.At)]);
        foreach (var line in found)
            await given.Out.WriteLineAsync(MatchSolveCommand.OnOneLine(line));
        if (found.Count > 0)
            return given.Say(Given.Refused, T.Plural("check.found", found.Count));
        await given.Out.WriteLineAsync(T["check.ok"]);
        return Given.Done;
    }
}
