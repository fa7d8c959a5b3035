namespace Rabta.Matching.Files;

/// <summary>A single change to a problem file.</summary>
internal sealed record FileChange
{
    /// <summary>New places by mentor or project.</summary>
    public IReadOnlyDictionary<int, int> Places { get; init; } = new Dictionary<int, int>();

    /// <summary>New places by supervisor.</summary>
    public IReadOnlyDictionary<int, int> SupervisorPlaces { get; init; } = new Dictionary<int, int>();

    /// <summary>A pair appended last to whichever of the two lists lacks it.</summary>
    public (int Seeker, int Offerer)? Listed { get; init; }

    public (int Seeker, int Offerer)? Unforbidden { get; init; }

    public static FileChange None { get; } = new();

    public int PlacesOf(FileProblem problem, int offerer) => Places.TryGetValue(offerer, out var places) ? places : problem.Places[offerer];

    public bool Forbids(FileProblem problem, int seeker, int offerer) =>
        problem.Forbids.Contains((seeker, offerer))
        && Unforbidden != (seeker, offerer)
        && !(problem.Form == FileForm.People && Unforbidden == (offerer, seeker));
}
