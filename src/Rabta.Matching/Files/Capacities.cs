namespace Rabta.Matching.Files;

/// <summary>Looks for places that cannot be: missing, negative, not whole.</summary>
internal sealed class Capacities(RawProblem raw)
{
    public void Check()
    {
        foreach (var at in raw.Sections.SelectMany(Bad).Take(1))
            throw new FileErrorException(new(FileErrorCodes.BadCapacity, "A number of places is whole, 0 or more, and never missing.", at));
    }

    private IEnumerable<string> Bad(string section) =>
        section switch
        {
            "mentors" or "projects" => raw
                .Offerers.Index()
                .SelectMany(offerer => BadOf(section, offerer.Item, raw.Capacities[offerer.Index])),
            "supervisors" => raw
                .Supervisors.Index()
                .SelectMany(supervisor => BadOf(section, supervisor.Item, raw.SupervisorCapacities[supervisor.Index])),
            "event" when raw.Event is { Kind: "capacity" } happened && !IsGood(happened.To) => ["/event/to"],
            _ => [],
        };

    private IEnumerable<string> BadOf(string section, int id, decimal? capacity)
    {
        if (!IsGood(capacity))
            yield return Pointer.Of(section, raw.Pool[id], "capacity");
        foreach (var (group, places) in section == "mentors" ? raw.Reserved.GetValueOrDefault(id) ?? [] : [])
        {
            if (!IsGood(places))
                yield return Pointer.Of(section, raw.Pool[id], "reserved", raw.Pool[group]);
        }
    }

    private static bool IsGood(decimal? places) => places is >= 0;
}

/// <summary>Looks for pins that cannot be kept.</summary>
internal sealed class PinConflicts(RawProblem raw)
{
    public void Check()
    {
        var forbidden = raw.Forbids.ToHashSet();
        if (raw.Form == FileForm.People)
            forbidden.UnionWith(raw.Forbids.Select(pair => new RawPair(pair.Other, pair.One)));
        foreach (var (at, pin) in raw.Pins.Index())
        {
            if (forbidden.Contains(pin))
                throw new FileErrorException(
                    new(
                        FileErrorCodes.PinForbidConflict,
                        $"\"{raw.Pool[pin.One]}\" and \"{raw.Pool[pin.Other]}\" are pinned and "
                            + "forbidden at once. Take one of the two back.",
                        Pointer.Of("pins", at)
                    )
                );
        }
        var seats = new Seats(raw);
        foreach (var (at, pin) in raw.Pins.Index())
        {
            if (!seats.Take(pin))
                throw new FileErrorException(
                    new(
                        FileErrorCodes.PinCapacityConflict,
                        $"There is no place left for the pin of \"{raw.Pool[pin.One]}\" to "
                            + $"\"{raw.Pool[pin.Other]}\". Give more places or take a pin back.",
                        Pointer.Of("pins", at)
                    )
                );
        }
    }

    /// <summary>Places beside those who stay where they are.</summary>
    private sealed class Seats
    {
        private readonly RawProblem _raw;
        private readonly Dictionary<int, long> _left = [];
        private readonly Dictionary<int, int> _supervisorOf = [];
        private readonly HashSet<RawPair> _standing = [];
        private readonly HashSet<int> _pinned = [];

        public Seats(RawProblem raw)
        {
            _raw = raw;
            foreach (var (at, id) in raw.Offerers.Index())
                _left[id] = (long)raw.Capacities[at]!.Value;
            if (raw.Event is { Kind: "capacity", To: { } to } && _left.ContainsKey(raw.Event.Who))
                _left[raw.Event.Who] = (long)to;
            if (raw.Form == FileForm.Projects)
            {
                foreach (var (at, id) in raw.Offerers.Index())
                    _supervisorOf[id] = raw.SupervisorOf[at];
                foreach (var (at, id) in raw.Supervisors.Index())
                    _left[~id] = (long)raw.SupervisorCapacities[at]!.Value;
            }
            var moved = raw.Pins.Select(pin => pin.One).ToHashSet();
            if (raw.Event is { Kind: "withdraw" or "leave" } gone)
                moved.Add(gone.Who);
            foreach (var pair in raw.Current ?? [])
            {
                if (raw.Pins.Contains(pair))
                    _standing.Add(pair);
                if (_standing.Contains(pair) || !moved.Contains(pair.One))
                    _left[pair.Other]--;
            }
        }

        public bool Take(RawPair pin)
        {
            if (!_pinned.Add(pin.One) || (_raw.Form == FileForm.People && (pin.One == pin.Other || !_pinned.Add(pin.Other))))
                return false;
            if (_raw.Form == FileForm.People || _standing.Contains(pin))
                return true;
            if (_raw.Form == FileForm.Projects && --_left[~_supervisorOf[pin.Other]] < 0)
                return false;
            return --_left[pin.Other] >= 0;
        }
    }
}
