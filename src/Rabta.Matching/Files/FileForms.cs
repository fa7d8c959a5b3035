namespace Rabta.Matching.Files;

/// <summary>Which sections make which form, and which settings fit it.</summary>
internal static class FileForms
{
    /// <summary>The first of each decides the form.</summary>
    public static IReadOnlyDictionary<FileForm, string[]> Needed { get; } =
        new Dictionary<FileForm, string[]>
        {
            [FileForm.Mentors] = ["mentees", "mentors"],
            [FileForm.Projects] = ["students", "projects", "supervisors"],
            [FileForm.People] = ["people"],
            [FileForm.Weights] = ["weights"],
        };

    public static IReadOnlyDictionary<FileForm, string[]> Optional { get; } =
        new Dictionary<FileForm, string[]>
        {
            [FileForm.Mentors] = ["pins", "forbids", "current", "event", "optedIn", "groups", "scores", "lastUnmatched"],
            [FileForm.Projects] = ["pins", "forbids", "groups", "scores", "lastUnmatched"],
            [FileForm.People] = ["pins", "forbids", "groups", "scores", "lastUnmatched"],
            [FileForm.Weights] = ["threshold"],
        };

    /// <summary>Read in every form; those that do not concern a form have no say in it.</summary>
    public static IReadOnlyList<string> Settings { get; } = ["mode", "seed", "d", "budget", "priceOfMove"];

    /// <exception cref="FileErrorException">Sections or settings do not fit each other.</exception>
    public static void Fit(RawProblem raw)
    {
        FileForm[] found = [.. Needed.Where(form => raw.Sections.Contains(form.Value[0])).Select(form => form.Key)];
        if (found.Length != 1)
            throw FileErrorException.Bad("A problem has exactly one of mentees, students, people and weights.", "");
        raw.Form = found[0];
        if (Needed[raw.Form].FirstOrDefault(section => !raw.Sections.Contains(section)) is { } missing)
            throw FileErrorException.Bad($"\"{missing}\" is missing.", "");
        if (
            raw.Sections.FirstOrDefault(section =>
                !Needed[raw.Form].Contains(section) && !Optional[raw.Form].Contains(section) && !Settings.Contains(section)
            ) is
            { } stray
        )
            throw FileErrorException.Bad($"\"{stray}\" has no meaning beside \"{Needed[raw.Form][0]}\". Take it out.", Pointer.Of(stray));
        if (raw.Form == FileForm.Mentors)
            FitMode(raw);
    }

    private static void FitMode(RawProblem raw)
    {
        if (raw.Mode == "peers")
            throw FileErrorException.Bad("The mode \"peers\" is for \"people\".", "/mode");
        if (raw.Mode is "welfare" or "balanced" && raw.Scores is null)
            throw FileErrorException.Bad($"The mode \"{raw.Mode}\" needs \"scores\".", "/mode");
        if (raw.PriceOfMove is not null && raw.Mode is not ("welfare" or "balanced"))
            throw FileErrorException.Bad(
                "\"priceOfMove\" needs the mode \"welfare\" or \"balanced\", as it is counted in scores.",
                "/priceOfMove"
            );
    }
}
