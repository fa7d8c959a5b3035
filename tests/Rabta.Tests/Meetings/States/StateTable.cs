using System.Text;
using Rabta.Meetings;
using Rabta.Mentorships.States;
using Rabta.Platform.Language;

namespace Rabta.Tests.Meetings.States;

/// <summary>docs/states.md, drawn from the acts that the modules register.</summary>
internal static class StateTable
{
    private static readonly Dictionary<PairState, (string Words, string Next)> States = new()
    {
        [PairState.Published] = ("published; not both have accepted the ground rules", "the other's turn, or the coordinator's"),
        [PairState.BothAccepted] = ("both accepted; not met yet, nothing on offer", "the other answers"),
        [PairState.Proposed] = ("times are on offer", "meeting planned"),
        [PairState.Planned] = ("a meeting is planned, until it begins", "it begins"),
        [PairState.Begun] = ("the planned time has come", "what came of it"),
        [PairState.UnderWay] = ("they have met; nothing on offer", "the next meeting"),
        [PairState.Ended] = ("ended; read only, with thanks. A mentee keeps her own goals", "–"),
    };

    public static string Draw(IReadOnlyList<Act> registered)
    {
        var text = new StringBuilder(
            "# The states of a pair\n\nDrawn from the acts that the modules register (`PairActs`, `MeetingActs` and the like) by a test, "
                + "which also tries every act in every state as everyone. Don't edit.\n\n"
        );
        text.Append("| state | who can act | what comes next |\n|---|---|---|\n");
        foreach (var state in Enum.GetValues<PairState>())
        {
            var acts = registered
                .Select(act => (Act: act, Who: act.WhoMay(state)))
                .Where(a => a.Who != Who.Nobody)
                .GroupBy(a => a.Who)
                .OrderBy(g => g.Key)
                .Select(g => $"**{Words(g.Key.ToString())}**: {string.Join(", ", g.Select(a => Words(a.Act.Name)))}");
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"| {Words(state.ToString())}: {States[state].Words} | "
                    + $"{string.Join("; ", acts.DefaultIfEmpty("nobody"))} | {States[state].Next} |\n"
            );
        }
        text.Append(
            "\n`tell what came` is once for each, about their newest meeting; where the two differ, once more each. "
                + "`say late` is on the day. `write note` is about a meeting that is over. `waive` ends with their first "
                + "meeting. A coordinator reminds, too: wherever the queue asks for it.\n"
        );
        return text.ToString();
    }

    private static string Words(string name) =>
        string.Concat(
            name.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString())
        );
}
