using System.IO.Compression;
using System.Text.Json;
using Rabta.Matching.Problems;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Preferences.Fitting;

namespace Rabta.Matches;

public readonly record struct RoundInputId(Guid Value) : IId<RoundInputId>
{
    public static RoundInputId From(Guid value) => new(value);
}

/// <summary>
/// Everything that a round's matching was given. With it and the seed the run can be repeated, whatever has changed since.
/// </summary>
[SeenBy(Audience.MatchingOnly)]
public sealed class RoundInput : IBelongToInstitution
{
    public RoundInputId Id { get; init; } = Ids.New<RoundInputId>();
    public InstitutionId InstitutionId { get; private set; }
    public RoundId RoundId { get; init; }

    /// <summary>The problem and who its keys are, as JSON, compressed. Holds private answers: no page shows it.</summary>
    [SeenBy(Audience.MatchingOnly)]
    public required byte[] Content { get; init; }

    public static RoundInput Of(RoundId round, CohortProblem people)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest))
            JsonSerializer.Serialize(
                packed,
                new StoredInput(
                    people.Problem,
                    people
                        .Problem.Mentees.Select(m => m.Key)
                        .Concat(people.Problem.Mentors.Select(m => m.Key))
                        .Distinct()
                        .ToDictionary(k => k, k => people.PersonOf(k).Id.Value)
                )
            );
        return new() { RoundId = round, Content = bytes.ToArray() };
    }

    public (MatchingProblem Problem, IReadOnlyDictionary<string, Guid> People) Read()
    {
        using var packed = new BrotliStream(new MemoryStream(Content), CompressionMode.Decompress);
        var given = JsonSerializer.Deserialize<StoredInput>(packed)!;
        return (given.Problem, given.People);
    }

    private sealed record StoredInput(MatchingProblem Problem, Dictionary<string, Guid> People);
}
