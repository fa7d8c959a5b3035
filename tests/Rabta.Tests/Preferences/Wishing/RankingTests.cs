using Rabta.Platform.Access;
using Rabta.Preferences.Wishing;

namespace Rabta.Tests.Preferences.Wishing;

public sealed class RankingTests
{
    private static readonly PersonId A = New(1),
        B = New(2),
        C = New(3),
        D = New(4);

    [Fact]
    public void Higher_and_lower_pass_one_neighbour_at_a_time()
    {
        var ranking = new Ranking([
            [A],
            [B],
            [C],
        ]);

        ranking.Do(WishAct.Raise, C);
        Assert.Equal([(A, 1), (C, 2), (B, 3)], In(ranking));
        ranking.Do(WishAct.Lower, A);
        Assert.Equal([(C, 1), (A, 2), (B, 3)], In(ranking));
    }

    [Fact]
    public void Equal_to_the_one_above_shares_its_rank_and_leaves_no_gap()
    {
        var ranking = new Ranking([
            [A],
            [B],
            [C],
        ]);

        ranking.Do(WishAct.Tie, B);

        Assert.Equal([(A, 1), (B, 1), (C, 2)], In(ranking));
    }

    [Fact]
    public void Out_of_a_tie_higher_leads_it_and_lower_follows_it()
    {
        var (up, down) = (
            new Ranking([
                [A, B, C],
                [D],
            ]),
            new Ranking([
                [A, B, C],
                [D],
            ])
        );

        up.Do(WishAct.Raise, B);
        down.Do(WishAct.Lower, B);

        Assert.Equal([(B, 1), (A, 2), (C, 2), (D, 3)], In(up));
        Assert.Equal([(A, 1), (C, 1), (B, 2), (D, 3)], In(down));
    }

    [Fact]
    public void At_the_ends_and_for_strangers_nothing_happens()
    {
        var ranking = new Ranking([
            [A],
            [B],
        ]);
        foreach (
            var (act, who) in new[]
            {
                (WishAct.Raise, A),
                (WishAct.Tie, A),
                (WishAct.Lower, B),
                (WishAct.Remove, C),
                (WishAct.Raise, C),
                (WishAct.Add, A),
            }
        )
            ranking.Do(act, who);

        Assert.Equal([(A, 1), (B, 2)], In(ranking));
        ranking.Do(WishAct.Remove, A);
        ranking.Do(WishAct.Add, D);
        Assert.Equal([(B, 1), (D, 2)], In(ranking));
    }

    private static IEnumerable<(PersonId, int)> In(Ranking ranking) => ranking.Ranks.Select(r => (r.Key, r.Value)).OrderBy(r => r.Value);

    private static PersonId New(byte last) => new(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, last));
}
