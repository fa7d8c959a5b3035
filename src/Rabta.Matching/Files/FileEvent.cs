using Rabta.Matching.Markets;
using Rabta.Matching.Rematching;

namespace Rabta.Matching.Files;

/// <summary>Lets one event happen to a standing programme.</summary>
internal sealed class FileEvent
{
    private readonly FileProblem _problem;
    private readonly FileChange _change;
    private readonly int[] _before;

    public FileEvent(FileProblem problem, FileChange change)
    {
        (_problem, _change) = (problem, change);
        _before = [.. problem.Current];
        foreach (var (seeker, offerer) in _problem.PinOf)
            _before[seeker] = offerer;
    }

    public FileSolution Solve()
    {
        var happened = _problem.Raw.Event!;
        var who = _problem.EventPerson;
        var left = happened.Kind == "leave" ? (who, _problem.Current[who]) : (Market.Nobody, Market.Nobody);
        var market = FileMarket.Of(_problem, _change, isOut: (seeker, offerer) => (seeker, offerer) == left);
        var tiers = _before
            .Select((offerer, seeker) => offerer == Market.Nobody ? 0 : FileMarket.MenteeTier(_problem, seeker, offerer))
            .ToArray();
        var mayMove = _problem.MayMove.Select((may, seeker) => may && !_problem.PinOf.ContainsKey(seeker)).ToArray();
        var rematcher = new Rematcher(market, _before, mayMove, tiers);
        var budget = _problem.Raw.Budget;
        if (happened.Kind == "switch")
        {
            var proposals = rematcher.Proposals(who, budget);
            return Judged(_problem, _change, new([.. rematcher.MentorOf]) { Proposals = proposals });
        }
        // The file may not be settled yet: everything free and everybody without a mentor takes part.
        rematcher.EnqueueAll();
        switch (happened.Kind)
        {
            case "leave":
                rematcher.Leave(who, happened.Ban, budget);
                break;
            case "withdraw":
                rematcher.Withdraw(who, budget);
                break;
            case "arrive" when _problem.PinOf.ContainsKey(who):
                // Staff have said where; there is nothing to look for.
                rematcher.SettleAll(budget);
                break;
            case "arrive":
                rematcher.Arrive(who, budget);
                break;
            default:
                rematcher.SetPlaces(_problem.OffererAt[happened.Who], PlacesAfter(happened), budget);
                break;
        }
        return Judged(
            _problem,
            _change,
            new([.. rematcher.MentorOf]) { Left = left, Withdrawn = happened.Kind == "withdraw" ? who : Market.Nobody }
        );
    }

    /// <summary>What the event says stands, whatever the file gave the mentor before.</summary>
    private static int PlacesAfter(RawEvent happened) => (int)happened.To!.Value;

    /// <summary>Judged with everybody who had a mentor as standing where they are now, but for the one who asked.</summary>
    public static FileSolution Judged(FileProblem problem, FileChange change, FileSolution solution)
    {
        var happened = problem.Raw.Event!;
        var now = solution.OffererOf;
        Because Why(int seeker)
        {
            if (problem.PinOf.ContainsKey(seeker) && seeker != solution.Withdrawn)
                return Because.Pin;
            if (now[seeker] == Market.Nobody || problem.Current[seeker] == Market.Nobody || solution.Left.Seeker == seeker)
                return Because.None;
            return problem.MayMove[seeker] ? Because.Incumbent : Because.NotOptedIn;
        }
        if (happened.Kind == "capacity")
            change = change with
            {
                Places = new Dictionary<int, int>(change.Places) { [problem.OffererAt[happened.Who]] = PlacesAfter(happened) },
            };
        var market = FileMarket.Of(
            problem,
            change,
            Why,
            seeker => problem.PinOf.GetValueOrDefault(seeker, now[seeker]),
            isOut: (seeker, offerer) => (seeker, offerer) == solution.Left || seeker == solution.Withdrawn
        );
        // Nobody is moved by a question, so people without a mentor may well want a free seat.
        return FileSolver.Checked(market, solution, happened.Kind == "switch" ? null : 1);
    }
}
