using Rabta.Matching.Markets;
using Rabta.Matching.Tests.Rematching;

namespace Rabta.Matching.Tests.Markets;

public class ByMentorTests
{
    [Fact]
    public void A_mentors_mentees_stand_by_number_or_best_first_with_the_luckier_of_equals_before()
    {
        for (var seed = 0UL; seed < Tries.Of(500); seed++)
        {
            var market = RankedMarket.Of(seed);
            var (plain, best) = (new ByMentor(market.Market), new ByMentor(market.Market, bestFirst: true));
            foreach (var mentor in market.Mentors)
            {
                var own = market.Mentees.Where(mentee => market.IsAcceptable(mentee, mentor)).ToList();
                Assert.Equal(own, plain.MenteesOf(mentor).ToArray());
                Assert.Equal(own.OrderBy(mentee => market.Dearness(mentee, mentor)), best.MenteesOf(mentor).ToArray());
                Assert.Equal(
                    best.MenteesOf(mentor).ToArray().Select(mentee => market.Market.PairAt(mentee, mentor)),
                    best.PairsOf(mentor).ToArray()
                );
                Assert.Equal(own.Select(mentee => market.Market.PairAt(mentee, mentor)), plain.PairsOf(mentor).ToArray());
            }
        }
    }
}
