using System.Collections.ObjectModel;

namespace Rabta.Matching.Problems;

/// <summary>Somebody who offers places.</summary>
/// <param name="Key">Stable and unique among mentors; may equal a mentee's key.</param>
/// <param name="PersonKey">The human behind the key; the same human may also be a mentee.</param>
/// <param name="Places">0 to 50, standing mentorships included.</param>
public sealed record Mentor(string Key, string PersonKey, int Places)
{
    public const int MostPlaces = 50;

    /// <summary>Question id to normalised values; an absent or empty entry is a missing answer.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Answers { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyCollection<string>>.Empty;

    /// <summary>Keys of mentees, best first; those in one inner list are wished equally. They order, they do not limit.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Wishes { get; init; } = [];
}
