namespace Rabta.Matching.Files;

/// <summary>Looks up every id of a file and finds the first contradiction, in the order of <see cref="FileErrorCodes.All"/>.</summary>
internal sealed class ProblemLinks
{
    private readonly RawProblem _raw;
    private readonly Dictionary<int, int> _seekers;
    private readonly Dictionary<int, int> _offerers;
    private readonly HashSet<int> _groups;
    private readonly HashSet<int> _supervisors;

    private ProblemLinks(RawProblem raw)
    {
        _raw = raw;
        _seekers = Declared(raw.Seekers);
        _offerers = raw.Form == FileForm.People ? _seekers : Declared(raw.Offerers);
        _groups = [.. raw.Groups.Select(group => group.Group)];
        _supervisors = [.. raw.Supervisors];
    }

    /// <exception cref="FileErrorException">The first contradiction.</exception>
    public static void Check(RawProblem raw)
    {
        var links = new ProblemLinks(raw);
        links.EventFits();
        links.EveryIdIsKnown();
        links.NoIdTwice();
        new Capacities(raw).Check();
        new PinConflicts(raw).Check();
    }

    internal static Dictionary<int, int> Declared(List<int> ids)
    {
        var places = new Dictionary<int, int>();
        foreach (var (place, id) in ids.Index())
            places.TryAdd(id, place);
        return places;
    }

    private void EventFits()
    {
        if (_raw.Event is not { } happened)
            return;
        var at = Pointer.Of("event", happened.Kind);
        var isSeated = _raw.Current?.Any(pair => pair.One == happened.Who) == true;
        if (happened.Kind is "leave" or "switch" && !isSeated && _seekers.ContainsKey(happened.Who))
            throw FileErrorException.Bad("Nobody can leave or switch who has no mentor in \"current\".", at);
        if (happened.Kind == "arrive" && isSeated)
            throw FileErrorException.Bad("Who arrives is not in \"current\" yet.", at);
        if (happened.Kind is "leave" or "switch" && _raw.Pins.Any(pin => pin.One == happened.Who))
            throw FileErrorException.Bad("Who is pinned to a mentor cannot leave or switch. Lift the pin first.", at);
    }

    private void EveryIdIsKnown()
    {
        foreach (var (id, isKnown, at) in _raw.Sections.SelectMany(References))
        {
            if (!isKnown)
                throw new FileErrorException(
                    new(FileErrorCodes.UnknownId, $"\"{_raw.Pool[id]}\" is named here and declared nowhere. Declare it or take it out.", at)
                );
        }
    }

    private IEnumerable<(int Id, bool IsKnown, string At)> References(string section) =>
        section switch
        {
            "mentees" or "students" or "people" => Listed(
                section,
                _raw.Seekers,
                _raw.Wishes,
                "",
                section == "mentees",
                _offerers.ContainsKey
            ),
            "mentors" => Listed(section, _raw.Offerers, _raw.OffererLists, "prefs", true, _seekers.ContainsKey)
                .Concat(
                    _raw.Reserved.SelectMany(mentor =>
                        mentor.Value.Select(kept =>
                            (
                                kept.Group,
                                _groups.Contains(kept.Group),
                                Pointer.Of(section, _raw.Pool[mentor.Key], "reserved", _raw.Pool[kept.Group])
                            )
                        )
                    )
                ),
            "projects" => _raw.SupervisorOf.Select(
                (supervisor, at) =>
                    (supervisor, _supervisors.Contains(supervisor), Pointer.Of(section, _raw.Pool[_raw.Offerers[at]], "supervisor"))
            ),
            "supervisors" => Listed(section, _raw.Supervisors, _raw.SupervisorLists, "prefs", false, _seekers.ContainsKey),
            "pins" => Both(section, _raw.Pins),
            "forbids" => Both(section, _raw.Forbids),
            "current" => _raw.Current!.SelectMany(pair =>
                new[]
                {
                    (pair.One, _seekers.ContainsKey(pair.One), Pointer.Of(section, _raw.Pool[pair.One])),
                    (pair.Other, _offerers.ContainsKey(pair.Other), Pointer.Of(section, _raw.Pool[pair.One])),
                }
            ),
            "event" =>
            [
                (
                    _raw.Event!.Who,
                    (_raw.Event.Kind == "capacity" ? _offerers : _seekers).ContainsKey(_raw.Event.Who),
                    Pointer.Of(section, _raw.Event.Kind)
                ),
            ],
            "groups" => _raw.Groups.SelectMany(group => Plain([section, _raw.Pool[group.Group]], group.Members)),
            "scores" => _raw.Scores!.SelectMany(own =>
                own.Value.Select(score =>
                        (
                            score.Mentor,
                            _offerers.ContainsKey(score.Mentor),
                            Pointer.Of(section, _raw.Pool[own.Key], _raw.Pool[score.Mentor])
                        )
                    )
                    .Prepend((own.Key, _seekers.ContainsKey(own.Key), Pointer.Of(section, _raw.Pool[own.Key])))
            ),
            "lastUnmatched" => Plain([section], _raw.LastUnmatched),
            "optedIn" => Plain([section], _raw.OptedIn),
            _ => [],
        };

    private IEnumerable<(int, bool, string)> Both(string section, List<RawPair> pairs) =>
        pairs
            .Index()
            .SelectMany(pair =>
                new[]
                {
                    (pair.Item.One, _seekers.ContainsKey(pair.Item.One), Pointer.Of(section, pair.Index, 0)),
                    (pair.Item.Other, _offerers.ContainsKey(pair.Item.Other), Pointer.Of(section, pair.Index, 1)),
                }
            );

    private IEnumerable<(int, bool, string)> Plain(object[] path, List<int> ids) =>
        ids.Select((id, at) => (id, _seekers.ContainsKey(id), Pointer.Of([.. path, at])));

    private IEnumerable<(int, bool, string)> Listed(
        string section,
        List<int> owners,
        RankedLists lists,
        string field,
        bool isTied,
        Func<int, bool> isKnown
    )
    {
        for (var owner = 0; owner < owners.Count; owner++)
        {
            for (var entry = lists.Starts[owner]; entry < lists.Starts[owner + 1]; entry++)
            {
                if (!isKnown(lists.Ids[entry]))
                    yield return (lists.Ids[entry], false, At(section, owners[owner], lists, owner, entry, field, isTied));
            }
        }
    }

    private string At(string section, int ownerId, RankedLists lists, int owner, int entry, string field, bool isTied)
    {
        var tier = lists.Tiers[entry];
        var firstOfTier = entry;
        while (firstOfTier > lists.Starts[owner] && lists.Tiers[firstOfTier - 1] == tier)
            firstOfTier--;
        List<object> path = [section, _raw.Pool[ownerId]];
        if (field.Length > 0)
            path.Add(field);
        path.Add(tier);
        if (isTied)
            path.Add(entry - firstOfTier);
        return Pointer.Of(path);
    }

    private void NoIdTwice()
    {
        foreach (var section in _raw.Sections)
        {
            if ((_raw.Repeated.GetValueOrDefault(section) ?? Repetition(section)) is { } first)
                throw new FileErrorException(new(FileErrorCodes.DuplicateId, "This id stands here twice. Keep one of them.", first));
        }
    }

    private string? Repetition(string section) =>
        section switch
        {
            "mentees" or "students" or "people" => TwiceListed(section, _raw.Seekers, _raw.Wishes, "", section == "mentees"),
            "mentors" => TwiceListed(section, _raw.Offerers, _raw.OffererLists, "prefs", true),
            "supervisors" => TwiceListed(section, _raw.Supervisors, _raw.SupervisorLists, "prefs", false),
            "groups" => _raw
                .Groups.Select(group => TwicePlain([section, _raw.Pool[group.Group]], group.Members))
                .FirstOrDefault(at => at is not null),
            "lastUnmatched" => TwicePlain([section], _raw.LastUnmatched),
            "optedIn" => TwicePlain([section], _raw.OptedIn),
            _ => null,
        };

    private static string? TwicePlain(object[] path, List<int> ids)
    {
        var seen = new HashSet<int>();
        var at = ids.FindIndex(id => !seen.Add(id));
        return at < 0 ? null : Pointer.Of([.. path, at]);
    }

    private string? TwiceListed(string section, List<int> owners, RankedLists lists, string field, bool isTied)
    {
        var seenBy = new int[_raw.Pool.Count];
        for (var owner = 0; owner < owners.Count; owner++)
        {
            for (var entry = lists.Starts[owner]; entry < lists.Starts[owner + 1]; entry++)
            {
                if (seenBy[lists.Ids[entry]] == owner + 1)
                    return At(section, owners[owner], lists, owner, entry, field, isTied);
                seenBy[lists.Ids[entry]] = owner + 1;
            }
        }
        return null;
    }
}
