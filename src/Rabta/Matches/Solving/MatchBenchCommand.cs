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
    public IReadOnlyList<string> Takes => ["--mentees"];

    public async Task<int> Run(Given given, CancellationToken stop)
    {
        if (
            !int.TryParse(given.One("--mentees"), NumberStyles.None, CultureInfo.InvariantCulture, out var mentees)
            || mentees is < 10 or > 1_000_000
        )
            return given.Say(Given.BadUse, T["bench.use"]);
        var missed = false;
        foreach (var figure in MarketFigures.Of(mentees))
        {
            await given.Out.WriteLineAsync(figure.ToString());
            missed |= figure.IsMissedByDouble;
        }
        return missed ? Given.Refused : Given.Done;
    }
}
