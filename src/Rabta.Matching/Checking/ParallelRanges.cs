namespace Rabta.Matching.Checking;

/// <summary>Shares long work out among the machine's processors, in the order of the numbers.</summary>
internal static class ParallelRanges
{
    /// <summary>Below, sharing out costs more than it saves.</summary>
    private const int Worthwhile = 50_000;

    public static T[] Of<T>(int count, Func<(int From, int To), T> work)
    {
        var shares = count < 2 * Worthwhile ? 1 : Math.Min(Environment.ProcessorCount, count / Worthwhile);
        var done = new T[shares];
        (int, int) Share(int share) => ((int)((long)count * share / shares), (int)((long)count * (share + 1) / shares));
        if (shares == 1)
            done[0] = work(Share(0));
        else
            Parallel.For(0, shares, share => done[share] = work(Share(share)));
        return done;
    }
}
