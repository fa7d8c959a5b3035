namespace Rabta.Matching.Checking;

/// <summary>How one side sees the other, spelt out instead of packed: wish, recommendation, likeness, in that order.</summary>
/// <param name="Wish">0 for the first wish; <see cref="NotWished"/> comes after all.</param>
internal readonly record struct View(int Wish, bool IsRecommended, int Likeness)
{
    public const int NotWished = int.MaxValue;

    public bool IsBetterThan(View other)
    {
        if (Wish != other.Wish)
            return Wish < other.Wish;
        if (IsRecommended != other.IsRecommended)
            return IsRecommended;
        return Likeness > other.Likeness;
    }
}
