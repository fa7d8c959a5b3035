using Rabta.Matching.Files;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Language;

namespace Rabta.Matches.Solving;

/// <summary><c>rabta match check</c>: runs the checker alone on a result, whoever made it.</summary>
public sealed class MatchCheckCommand(Languages languages) : ICommand
{
    private Localizer<Texts> T { get; } = new(languages);

    public string Name => "match check";
    public IReadOnlyList<string> Options => ["--problem", "--result"];

    public async Task<int> Run(CommandContext context, CancellationToken stop)
    {
        if (context.One("--problem") is not { } problem || context.One("--result") is not { } result)
            return context.Say(CommandContext.BadUse, T["check.use"]);
        if (new[] { problem, result }.FirstOrDefault(path => !File.Exists(path)) is { } missing)
            return context.Say(CommandContext.BadUse, T["solve.no-file", missing]);
        if (
            await MatchSolveCommand.ReadWhole(problem, stop) is not { } put
            || await MatchSolveCommand.ReadWhole(result, stop) is not { } claimed
        )
            return context.Say(CommandContext.BadUse, T["solve.error.bad-file", ProblemFiles.TooLarge.At]);
        var (found, error) = ProblemFiles.Check(put, claimed);
        if (error is not null)
            return context.Say(CommandContext.BadUse, T[$"solve.error.{error.Code}", MatchSolveCommand.OnOneLine(error.At)]);
        foreach (var line in found)
            await context.Out.WriteLineAsync(MatchSolveCommand.OnOneLine(line));
        if (found.Count > 0)
            return context.Say(CommandContext.Refused, T.Plural("check.found", found.Count));
        await context.Out.WriteLineAsync(T["check.ok"]);
        return CommandContext.Done;
    }
}
