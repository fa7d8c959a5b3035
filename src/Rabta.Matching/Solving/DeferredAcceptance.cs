namespace Rabta.Matching.Solving;

/// <summary>Mentee-proposing deferred acceptance with places (Gale and Shapley 1962).</summary>
/// <remarks>
/// <para>
/// Each mentee asks down their list; a mentor keeps the best asked so far up to their seats and turns the others
/// away. Ties are strict by now: on the mentees' side by the order of their lists, on the mentors' side by lottery number.
/// </para>
/// <para>
/// Guarantees, all from the literature: the result is stable in the broken ties, hence weakly stable in the given
/// ones (Irving, Manlove and Scott 2000); among all matchings stable in the broken ties every mentee has their best
/// mentor, and the order of asking does not matter (Roth and Sotomayor 1990). It is not the largest weakly stable
/// matching where ties leave a choice of size.
/// </para>
/// Cost O(asked pairs x log seats); at most every pair is asked once.
/// </remarks>
internal static class DeferredAcceptance
{
    public const int Nobody = -1;

    /// <param name="seats">By mentor: free seats.</param>
    /// <returns>By mentee: the mentor's number or <see cref="Nobody"/>.</returns>
    public static int[] Run(PreferenceLists lists, Lottery lottery, int[] seats)
    {
        var mentorOf = new int[lists.MenteeCount];
        Array.Fill(mentorOf, Nobody);
        var asked = new int[lists.MenteeCount];
        // Worst first, so that the one to turn away is on top.
        var held = Array.ConvertAll(seats, _ => new PriorityQueue<int, ulong>());

        for (var first = 0; first < lists.MenteeCount; first++)
        {
            for (var asking = first; asking != Nobody && asked[asking] < lists.MentorsOf(asking).Length;)
            {
                var mentor = lists.MentorsOf(asking)[asked[asking]];
                var standing = Standing(lists.MentorTiersOf(asking)[asked[asking]], lottery.NumberOf(asking));
                asked[asking]++;
                mentorOf[asking] = mentor;
                asking = Ask(held[mentor], seats[mentor], asking, standing);
                if (asking != Nobody)
                    mentorOf[asking] = Nobody;
            }
        }
        return mentorOf;
    }

    /// <returns>The mentee turned away, or <see cref="Nobody"/>.</returns>
    private static int Ask(PriorityQueue<int, ulong> held, int seats, int mentee, ulong standing)
    {
        if (held.Count == seats)
            return held.EnqueueDequeue(mentee, standing);
        held.Enqueue(mentee, standing);
        return Nobody;
    }

    /// <summary>Larger is better: the mentor's tier first, then the lottery.</summary>
    private static ulong Standing(int mentorTier, int lotteryNumber) =>
        ~((ulong)(uint)mentorTier << 32 | (uint)lotteryNumber);
}
