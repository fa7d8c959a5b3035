using System.Text.Json;

namespace Rabta.Matching.Files;

internal sealed partial class ProblemReader
{
    private const string AnId = "An id, as a JSON string,";

    private void Seekers(ref JsonCursor cursor, bool isTied)
    {
        cursor.Expect(JsonTokenType.StartObject, "An object with one list for each id");
        var seen = new HashSet<int>();
        while (cursor.NextKey(out var key))
        {
            var id = Declare(cursor, key, seen);
            _raw.Seekers.Add(id);
            Ranked(ref cursor, _raw.Wishes, isTied);
            cursor.Pop();
        }
    }

    private int Declare(in JsonCursor cursor, string key, HashSet<int> seen)
    {
        var id = _raw.Pool.Of(key);
        if (!seen.Add(id) && !_raw.Repeated.ContainsKey(_raw.Sections[^1]))
            _raw.Repeated[_raw.Sections[^1]] = cursor.At;
        return id;
    }

    private void Ranked(ref JsonCursor cursor, RankedLists into, bool isTied)
    {
        cursor.Expect(JsonTokenType.StartArray, isTied ? "A list of ties, each a list of ids," : "A list of ids");
        var tier = 0;
        for (; cursor.NextElement(); tier++)
        {
            cursor.Push(tier);
            if (!isTied)
                into.Add(cursor.Id(_raw.Pool, AnId), tier);
            else
                Tie(ref cursor, into, tier);
            cursor.Pop();
        }
        into.End(tier);
    }

    private void Tie(ref JsonCursor cursor, RankedLists into, int tier)
    {
        cursor.Expect(JsonTokenType.StartArray, "A list of equals, also around a single id,");
        for (var at = 0; cursor.NextElement(); at++)
        {
            cursor.Push(at);
            into.Add(cursor.Id(_raw.Pool, AnId), tier);
            cursor.Pop();
        }
    }

    private void Offerers(ref JsonCursor cursor, bool isProject)
    {
        cursor.Expect(JsonTokenType.StartObject, "An object with one entry for each id");
        var seen = new HashSet<int>();
        while (cursor.NextKey(out var key))
        {
            _raw.Offerers.Add(Declare(cursor, key, seen));
            cursor.Expect(JsonTokenType.StartObject, "An object with a capacity");
            var entry = new Entry();
            while (cursor.NextKey(out var field))
            {
                Offerer(ref cursor, field, isProject, entry);
                cursor.Pop();
            }
            if (entry.ListEnd < 0)
                _raw.OffererLists.End(-1);
            if (isProject && entry.Supervisor < 0)
                throw FileErrorException.Bad("A project names its supervisor.", cursor.At);
            _raw.Capacities.Add(entry.Capacity);
            _raw.SupervisorOf.Add(entry.Supervisor);
            cursor.Pop();
        }
    }

    private void Offerer(ref JsonCursor cursor, string field, bool isProject, Entry entry)
    {
        if (!entry.Fields.Add(field))
            throw FileErrorException.Bad($"\"{field}\" stands here twice. Keep one of them.", cursor.At);
        switch (field)
        {
            case "capacity":
                entry.Capacity = Places(ref cursor);
                break;
            case "prefs" when !isProject:
                Ranked(ref cursor, _raw.OffererLists, isTied: true);
                entry.ListEnd = 0;
                break;
            case "supervisor" when isProject:
                entry.Supervisor = cursor.Id(_raw.Pool, AnId);
                break;
            case "reserved" when !isProject:
                ReservedOf(ref cursor, _raw.Offerers[^1]);
                break;
            default:
                cursor.Skip();
                break;
        }
    }

    private void ReservedOf(ref JsonCursor cursor, int mentor)
    {
        cursor.Expect(JsonTokenType.StartObject, "An object with places for each group");
        var (kept, seen) = (new List<(int, decimal)>(), new HashSet<int>());
        while (cursor.NextKey(out var group))
        {
            kept.Add((Declare(cursor, group, seen), Places(ref cursor)));
            cursor.Pop();
        }
        _raw.Reserved[mentor] = kept;
    }

    /// <summary>Any number; whether it can be a number of places is looked into later, so that its error has its own code.</summary>
    private static decimal Places(ref JsonCursor cursor)
    {
        cursor.Expect(JsonTokenType.Number, "A number of places");
        return cursor.Whole("A number of places") is { } whole && whole is >= 0 and <= int.MaxValue ? whole : -1;
    }

    private void Supervisors(ref JsonCursor cursor)
    {
        cursor.Expect(JsonTokenType.StartObject, "An object with one entry for each id");
        var seen = new HashSet<int>();
        while (cursor.NextKey(out var key))
        {
            _raw.Supervisors.Add(Declare(cursor, key, seen));
            cursor.Expect(JsonTokenType.StartObject, "An object with a capacity");
            var entry = new Entry();
            while (cursor.NextKey(out var field))
            {
                if (!entry.Fields.Add(field))
                    throw FileErrorException.Bad($"\"{field}\" stands here twice. Keep one of them.", cursor.At);
                if (field == "capacity")
                    entry.Capacity = Places(ref cursor);
                else if (field == "prefs")
                {
                    Ranked(ref cursor, _raw.SupervisorLists, isTied: false);
                    entry.ListEnd = 0;
                }
                else
                    cursor.Skip();
                cursor.Pop();
            }
            if (entry.ListEnd < 0)
                _raw.SupervisorLists.End(-1);
            _raw.SupervisorCapacities.Add(entry.Capacity);
            cursor.Pop();
        }
    }

    private sealed class Entry
    {
        public HashSet<string> Fields { get; } = new(StringComparer.Ordinal);
        public decimal? Capacity { get; set; }
        public int ListEnd { get; set; } = -1;
        public int Supervisor { get; set; } = -1;
    }
}
