using Rabta.Matching.Markets;
using Rabta.Matching.Rematching;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Tests.Rematching;

/// <summary>Ways to another mentor, beside every chain there is.</summary>
public class SwitchProposalTests
{
    [Fact]
    public void Every_way_there_is_is_proposed_by_its_shortest_chain()
    {
        var lengths = new SortedDictionary<int, int>();
        for (var seed = 0UL; seed < Tries.Of(3000); seed++)
        {
            var market = RankedMarket.Of(seed);
            var dice = new Inventing.Dice(seed ^ 0x51);
            bool[] optedIn = [.. market.Mentees.Select(_ => dice.Below(3) > 0)];
            var mentorOf = Seated(market, dice);
            var rematcher = new Rematcher(market.Market, mentorOf, optedIn);
            var all = new Chains(market, mentorOf, optedIn);
            foreach (var mentee in market.Mentees)
            {
                var budget = dice.Below(4);
                var found = rematcher.Proposals(mentee, budget);
                var wanted = market
                    .Market.MentorsOf(mentee)
                    .ToArray()
                    .Where(mentor => mentorOf[mentee] != Market.Nobody && market.Prefers(mentee, mentor, mentorOf[mentee]));
                Assert.Equal(
                    wanted.Where(mentor => all.Shortest(mentee, mentor, budget) is not null),
                    found.Select(proposal => proposal.To)
                );
                foreach (var proposal in found)
                {
                    all.Judge(mentee, proposal, budget);
                    lengths[proposal.Moves.Count] = lengths.GetValueOrDefault(proposal.Moves.Count) + 1;
                }
                Assert.Equal(mentorOf, rematcher.MentorOf);
            }
        }
        Assert.True(lengths.Keys.Max() >= 3 && lengths[2] > 10, string.Join(", ", lengths));
    }

    [Fact]
    public void Among_equals_the_luckier_is_asked_to_move()
    {
        // 0 at a wants b; 1 and 2 are at b and would both rather be at c, where one place is free.
        foreach (var tieBreak in new int[][] { [0, 1, 2], [0, 2, 1] })
        {
            var market = new RankedMarket(RankedMarket.Table("10. .10 .10"), RankedMarket.Table("00. .00 .00"), [1, 2, 1], tieBreak);
            var rematcher = new Rematcher(market.Market, [0, 1, 1], [true, true, true]);

            var moves = Assert.Single(rematcher.Proposals(0)).Moves;

            Assert.Equal([new(0, 0, 1), new(tieBreak[1] < tieBreak[2] ? 1 : 2, 1, 2)], moves);
        }
    }

    private static int[] Seated(RankedMarket market, Inventing.Dice dice)
    {
        var mentorOf = StableSolver.Solve(market.Market);
        // Some are with somebody they would leave, as a few years do.
        foreach (var mentee in market.Mentees.Where(_ => dice.Below(2) == 0))
        {
            int[] other =
            [
                .. market.Market.MentorsOf(mentee).ToArray().Where(mentor => mentorOf.Count(own => own == mentor) < market.Places[mentor]),
            ];
            if (other.Length > 0)
                mentorOf[mentee] = other[^1];
        }
        return mentorOf;
    }

    /// <summary>All chains, one after another.</summary>
    private sealed class Chains(RankedMarket market, int[] mentorOf, bool[] optedIn)
    {
        public int? Shortest(int asked, int mentor, int budget) =>
            IsOpen(mentor)
                ? 0
                : Enumerable.Range(1, budget).Cast<int?>().FirstOrDefault(length => Opens(asked, mentor, length!.Value, [mentor]));

        public void Judge(int asked, SwitchProposal proposal, int budget)
        {
            Assert.Equal(new(asked, mentorOf[asked], proposal.To), proposal.Moves[0]);
            Assert.Equal(Shortest(asked, proposal.To, budget), proposal.Moves.Count - 1);
            for (var at = 1; at < proposal.Moves.Count; at++)
            {
                var move = proposal.Moves[at];
                Assert.Equal((proposal.Moves[at - 1].To, mentorOf[move.Mentee]), (move.From, move.From));
                Assert.True(optedIn[move.Mentee] && move.Mentee != asked && market.Prefers(move.Mentee, move.To, move.From));
            }
            var (own, last) = (mentorOf[asked], proposal.Moves[^1].To);
            Assert.True(last == own || IsOpen(last));
            var isFreed = last != own && mentorOf.Count(mentor => mentor == own) <= market.Places[own];
            var next = market
                .Mentees.Where(mentee => isFreed && Waits(mentee, own))
                .OrderBy(mentee => market.Dearness(mentee, own))
                .Take(1);
            Assert.Equal(next.Select(mentee => new Move(mentee, Market.Nobody, own)), proposal.Placed);
        }

        private bool Opens(int asked, int mentor, int moves, int[] passed) =>
            market.Mentees.Any(holder =>
                mentorOf[holder] == mentor
                && holder != asked
                && optedIn[holder]
                && market.Mentors.Any(to =>
                    market.Prefers(holder, to, mentor)
                    && !passed.Contains(to)
                    && (moves == 1 ? to == mentorOf[asked] || IsOpen(to) : Opens(asked, to, moves - 1, [.. passed, to]))
                )
            );

        private bool IsOpen(int mentor) =>
            mentorOf.Count(own => own == mentor) < market.Places[mentor] && !market.Mentees.Any(mentee => Waits(mentee, mentor));

        private bool Waits(int mentee, int mentor) => mentorOf[mentee] == Market.Nobody && market.IsAcceptable(mentee, mentor);
    }
}
