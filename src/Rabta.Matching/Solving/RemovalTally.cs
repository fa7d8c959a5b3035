using Rabta.Matching.Results;

namespace Rabta.Matching.Solving;

/// <summary>How many mentors each hard rule removes for a mentee, without asking about every mentor.</summary>
/// <remarks>
/// Mentors whom the rules cannot tell apart, by answers to the must-questions and by having places, are asked about once for
/// all of them; then those named in person (oneself, conflicts, forbids) are put right. O(kinds of mentors x must-questions).
/// </remarks>
internal sealed class RemovalTally
{
    private readonly HardRules _rules;
    private readonly (int One, int Count)[] _alike;

    public RemovalTally(Roster roster, HardRules rules)
    {
        _rules = rules;
        _alike = [.. Enumerable.Range(0, roster.Mentors.Length).GroupBy(rules.KindOf).Select(alike => (alike.First(), alike.Count()))];
    }

    /// <summary>By rule, <see cref="RemovalKind.None"/> for the acceptable; the counts add up to the number of mentors.</summary>
    public Dictionary<Removal, int> Of(int mentee)
    {
        var counts = new Dictionary<Removal, int>();
        foreach (var (one, count) in _alike)
            Add(_rules.AgainstTheLikeOf(mentee, one), count);
        foreach (var mentor in _rules.NamedAgainst(mentee))
        {
            Add(_rules.AgainstTheLikeOf(mentee, mentor), -1);
            Add(_rules.Against(mentee, mentor), 1);
        }
        return counts;

        void Add(Removal removal, int count) => counts[removal] = counts.GetValueOrDefault(removal) + count;
    }
}
