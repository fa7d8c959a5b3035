using Rabta.Matching.Markets;
using Rabta.Matching.Rematching;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Tests.Rematching;

/// <summary>A running programme in memory, event after event; what each may do and must do, read off the tables.</summary>
public class RematcherTests
{
    [Fact]
    public void Through_many_events_nobody_is_disturbed_who_did_not_ask_and_no_seat_is_passed_over()
    {
        var seen = new HashSet<string>();
        for (var seed = 0UL; seed < Tries.Of(4000); seed++)
        {
            var programme = new RunningProgramme(seed);
            for (var turn = 0; turn < 12; turn++)
                seen.Add(programme.Happen());
        }
        Assert.Equal("arrive, leave, places, settle, withdraw", string.Join(", ", seen.Where(kind => kind.Length > 0).Order()));
    }

    [Fact]
    public void A_ban_lasts_and_a_plain_leaving_does_not()
    {
        foreach (var isBanned in new[] { false, true })
        {
            var rematcher = With("0", "0", [1], [0]);

            Assert.Equal([new(0, 0, Market.Nobody)], rematcher.Leave(0, isBanned));
            Assert.Equal(isBanned ? [] : [new Move(0, Market.Nobody, 0)], rematcher.SetPlaces(0, 2));
        }
    }

    [Fact]
    public void The_way_back_to_a_mentor_one_left_is_open_unless_it_is_banned()
    {
        foreach (var isBanned in new[] { false, true })
        {
            var rematcher = With("01", "00", [1, 1], [0]);

            Assert.Equal([new(0, 0, 1)], rematcher.Leave(0, isBanned));
            Assert.Equal(isBanned ? [] : [0], rematcher.Proposals(0).Select(proposal => proposal.To));
        }
    }

    [Fact]
    public void Who_has_no_mentor_cannot_leave_one() =>
        Assert.Throws<InvalidOperationException>(() => With("0", "0", [1], [Market.Nobody]).Leave(0));

    [Fact]
    public void Columns_that_are_missing_are_refused()
    {
        var market = new RankedMarket(RankedMarket.Table("0"), RankedMarket.Table("0"), [1]).Market;

        Assert.Throws<ArgumentNullException>("market", () => new Rematcher(null!, [0], [false]));
        Assert.Throws<ArgumentNullException>("mentorOf", () => new Rematcher(market, null!, [false]));
    }

    [Fact]
    public void Of_two_who_wait_the_preferred_gets_the_seat_and_of_equals_the_luckier()
    {
        Assert.Equal([Market.Nobody, 2], Waiting("0 0 0", "2 1 0"));
        Assert.Equal([Market.Nobody, 1], Waiting("0 0 0", "0 0 0"));

        static int[] Waiting(string mine, string theirs)
        {
            var rematcher = With(mine, theirs, [1], [0, Market.Nobody, Market.Nobody]);
            rematcher.Withdraw(0);
            return [rematcher.MentorOf[0], rematcher.MentorOf.ToArray().Index().First(one => one.Item == 0).Index];
        }
    }

    [Fact]
    public void Nobody_moves_along_a_chain_unless_they_opted_in_and_the_budget_lasts()
    {
        // 0 is at a; 1 at b would rather be at a; 2 at c would rather be at b; 3 waits and can only be with c.
        int[] today = [0, 1, 2, Market.Nobody];
        const string mine = "0.. 01. .01 ..0",
            theirs = "0.. 10. .10 ..1";

        Assert.Equal("0,1,2,-", After([false, false, false, false], 3));
        Assert.Equal("-,0,2,-", After([false, true, false, false], 3));
        Assert.Equal("-,0,1,2", After([false, true, true, false], 3));
        Assert.Equal("-,0,2,-", After([false, true, true, false], 1));
        Assert.Equal("-,1,2,-", After([false, true, true, false], 0));

        string After(bool[] mayMove, int budget)
        {
            var rematcher = new Rematcher(
                new RankedMarket(RankedMarket.Table(mine), RankedMarket.Table(theirs), [1, 1, 1]).Market,
                today,
                mayMove
            );
            if (mayMove.Any(one => one))
                rematcher.Withdraw(0, budget);
            return string.Join(',', rematcher.MentorOf.ToArray().Select(mentor => mentor == Market.Nobody ? "-" : $"{mentor}"));
        }
    }

    [Theory]
    [InlineData("1", "0 1 2", 1)]
    [InlineData("2", "0 1 2", 2)]
    [InlineData("12", "0 1 2", 1)]
    [InlineData("12", "0 2 1", 2)]
    [InlineData("0", "0 2 1", 2)]
    public void A_freed_seat_kept_for_a_group_goes_to_the_dearest_of_it(string group, string theirs, int next)
    {
        ulong[] groupsOf = [.. Enumerable.Range(0, 3).Select(mentee => group.Contains((char)('0' + mentee)) ? 1UL : 0)];
        var market = new RankedMarket(
            RankedMarket.Table("0 0 0"),
            RankedMarket.Table(theirs),
            [1],
            reserves: new(
                groupsOf,
                [
                    [1],
                ]
            )
        ).Market;
        var rematcher = new Rematcher(market, [0, Market.Nobody, Market.Nobody], new bool[3]);

        rematcher.Withdraw(0);

        Assert.Equal(next, rematcher.MentorOf.IndexOf(0));
    }

    private static Rematcher With(string mine, string theirs, int[] places, int[] mentorOf) =>
        new(new RankedMarket(RankedMarket.Table(mine), RankedMarket.Table(theirs), places).Market, mentorOf, new bool[mentorOf.Length]);
}
