using System.Collections.ObjectModel;

namespace Rabta.Matching.Problems;

/// <summary>Somebody who looks for one mentor.</summary>
/// <param name="Key">Stable and unique among mentees.</param>
/// <param name="PersonKey">The human behind the key; the same human may also be a mentor.</param>
public sealed record Mentee(string Key, string PersonKey)
{
    /// <summary>Question id to normalised values; an absent or empty entry is a missing answer.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Answers { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyCollection<string>>.Empty;

    /// <summary>Keys of mentors, best first; those in one inner list are wished equally.</summary>
    /// <remarks>Wishes order, they do not limit: mentors not named here stay possible, after those named.</remarks>
    public IReadOnlyList<IReadOnlyList<string>> Wishes { get; init; } = [];
}
