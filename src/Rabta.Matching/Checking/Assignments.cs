using Rabta.Matching.Markets;

namespace Rabta.Matching.Checking;

/// <summary>Whom each mentor holds, as far as judging needs it; learnt in one pass that also looks for faults.</summary>
internal sealed class Assignments
{
    private Assignments(int mentors)
    {
        Held = new int[mentors];
        WorstMatched = new int[mentors];
        WorstSeated = new int[mentors];
        SeatedWhy = new Because[mentors];
        Array.Fill(WorstMatched, -1);
        Array.Fill(WorstSeated, -1);
    }

    public int[] Held { get; }

    /// <summary>By mentor: the last tier held by matching, -1 for none.</summary>
    public int[] WorstMatched { get; }

    /// <summary>By mentor: the last tier held by a pin or a standing mentorship, and which of them.</summary>
    public int[] WorstSeated { get; }
    public Because[] SeatedWhy { get; }

    /// <summary>By mentee: the tier of what they have; one past their last tier for nobody.</summary>
    public int[] Has { get; private init; } = [];

    public static Assignments Of(Market market, int[] mentorOf, List<MarketFault> faults)
    {
        var has = new int[market.MenteeCount];
        var parts = ParallelRanges.Of(
            market.MenteeCount,
            part =>
            {
                var (own, wrong) = (new Assignments(market.MentorCount) { Has = has }, new List<MarketFault>());
                for (var mentee = part.From; mentee < part.To; mentee++)
                    own.Learn(market, mentee, mentee < mentorOf.Length ? mentorOf[mentee] : Market.Nobody, wrong);
                return (Assignments: own, Faults: wrong);
            }
        );
        var found = parts[0].Assignments;
        foreach (var part in parts.Skip(1))
            found.Add(part.Assignments);
        faults.AddRange(parts.SelectMany(part => part.Faults));
        for (var mentor = 0; mentor < market.MentorCount; mentor++)
        {
            // Standing mentorships may be more than the places of today; then they are the limit.
            if (found.Held[mentor] > Math.Max(market.PlacesOf(mentor), market.Seated?.Held[mentor] ?? 0))
                faults.Add(new(CheckCode.OverPlaces, Market.Nobody, mentor));
        }
        if (mentorOf.Length != market.MenteeCount)
            faults.Add(new(CheckCode.Missing, Market.Nobody, Market.Nobody));
        return found;
    }

    private void Add(Assignments more)
    {
        for (var mentor = 0; mentor < Held.Length; mentor++)
        {
            Held[mentor] += more.Held[mentor];
            WorstMatched[mentor] = Math.Max(WorstMatched[mentor], more.WorstMatched[mentor]);
            if (more.WorstSeated[mentor] > WorstSeated[mentor])
                (WorstSeated[mentor], SeatedWhy[mentor]) = (more.WorstSeated[mentor], more.SeatedWhy[mentor]);
        }
    }

    private void Learn(Market market, int mentee, int mentor, List<MarketFault> faults)
    {
        var seat = market.Seated is { } seated ? seated.MentorOf[mentee] : Market.Nobody;
        if (seat != Market.Nobody && seat != mentor)
            faults.Add(new(market.Seated!.Why[mentee] == Because.Pin ? CheckCode.PinNotHonoured : CheckCode.IncumbentMoved, mentee, seat));
        Has[mentee] = market.TiersOf(mentee);
        if (mentor == Market.Nobody)
            return;
        if (mentor < 0 || mentor >= Held.Length)
        {
            faults.Add(new(CheckCode.UnknownPerson, mentee, mentor));
            return;
        }
        Held[mentor]++;
        if (seat == mentor)
            Seat(market, mentee, mentor);
        else if (market.PairAt(mentee, mentor) is >= 0 and var pair)
            (Has[mentee], WorstMatched[mentor]) = (market.MenteeTiers[pair], Math.Max(WorstMatched[mentor], market.MentorTiers[pair]));
        else
            faults.Add(new(CheckCode.Unacceptable, mentee, mentor));
    }

    private void Seat(Market market, int mentee, int mentor)
    {
        Has[mentee] = market.Seated!.MenteeTiers[mentee];
        var tier = market.Seated.MentorTiers[mentee];
        if (tier <= WorstSeated[mentor])
            return;
        WorstSeated[mentor] = tier;
        SeatedWhy[mentor] = market.Seated.Why[mentee] == Because.Pin ? Because.Pin : Because.Incumbent;
    }
}
