using Rabta.Matching.Checking;
using Rabta.Matching.Inventing;
using Rabta.Matching.Solving;

namespace Rabta.Matching.Tests.Checking;

/// <summary>How many kept places can be filled, counted by the checker in its two ways, by the solver and by trying everything.</summary>
public class KeptByHallTests
{
    [Theory]
    [InlineData(3, 300)]
    [InlineData(10, 40)]
    [InlineData(12, 300)]
    public void All_ways_of_counting_agree(int groups, int times)
    {
        for (var seed = 0UL; seed < Tries.Of(times); seed++)
        {
            var dice = new Inventing.Dice(seed);
            int[] kept = [.. Enumerable.Range(0, groups).Select(_ => dice.Below(3))];
            ulong[] people =
            [
                .. Enumerable.Range(0, dice.Below(6)).Select(_ => (ulong)dice.Below(1 << groups) & (ulong)dice.Below(1 << groups)),
            ];

            var most = Most(kept, people, 0);

            Assert.Equal(most, KeptByHall.Filled(kept, people));
            Assert.Equal(most, KeptPlaces.Filled(kept, people));
        }
    }

    private static int Most(int[] kept, ulong[] people, int at)
    {
        if (at == people.Length)
            return 0;
        var most = Most(kept, people, at + 1);
        for (var group = 0; group < kept.Length; group++)
        {
            if (kept[group] == 0 || (people[at] >> group & 1) == 0)
                continue;
            kept[group]--;
            most = Math.Max(most, 1 + Most(kept, people, at + 1));
            kept[group]++;
        }
        return most;
    }
}
