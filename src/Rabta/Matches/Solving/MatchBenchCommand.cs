using System.Globalization;
using Rabta.Matching.Measuring;
using Rabta.Platform.CommandLine;
using Rabta.Platform.Language;

namespace Rabta.Matches.Solving;

/// <summary><c>rabta match bench</c>: invents a market and times every mode on this machine.</summary>
public sealed class MatchBenchCommand(Languages languages) : ICommand
{
    private Localizer<Texts> T { get; } = new(languages);

    public string Name => "match bench";
    public IReadOnlyList<string> Options => ["--mentees"];

    public async Task<int> Run(CommandContext context, CancellationToken stop)
    {
        if (
            !int.TryParse(context.One("--mentees"), NumberStyles.None, CultureInfo.InvariantCulture, out var mentees)
            || mentees is < 10 or > 1_000_000
        )
            return context.Say(CommandContext.BadUse, T["bench.use"]);
        var missed = false;
        foreach (var figure in MarketFigures.Of(mentees))
        {
            await context.Out.WriteLineAsync(figure.ToString());
            missed |= figure.IsMissedByDouble;
        }
        return missed ? CommandContext.Refused : CommandContext.Done;
    }
}
