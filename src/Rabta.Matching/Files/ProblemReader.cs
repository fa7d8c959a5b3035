using System.Text.Json;

namespace Rabta.Matching.Files;

/// <summary>Reads the shape of a problem file; what ids mean is looked into afterwards, by <see cref="ProblemLinks"/>.</summary>
internal sealed partial class ProblemReader
{
    private static readonly string[] Modes = ["stable", "lottery", "welfare", "balanced", "peers"];
    private static readonly HashSet<string> Known =
    [
        .. FileForms.Needed.Values.SelectMany(sections => sections),
        .. FileForms.Optional.Values.SelectMany(sections => sections),
        .. FileForms.Settings,
    ];
    private readonly RawProblem _raw = new();

    /// <exception cref="FileErrorException">Something is not of the type it should be.</exception>
    public static RawProblem Read(ReadOnlySpan<byte> text)
    {
        var cursor = new JsonCursor(JsonBytes.Text(text));
        var reader = new ProblemReader();
        cursor.Read();
        cursor.Expect(JsonTokenType.StartObject, "An object with mentees and mentors");
        while (cursor.NextKey(out var key))
        {
            if (!Known.Contains(key))
                reader.Ignore(ref cursor, key);
            else if (reader._raw.Sections.Contains(key))
                throw FileErrorException.Bad($"\"{key}\" stands here twice. Keep one of them.", cursor.At);
            else
                reader.Section(ref cursor, key);
            cursor.Pop();
        }
        // Nothing may follow.
        cursor.Read();
        FileForms.Fit(reader._raw);
        return reader._raw;
    }

    /// <summary>A key that means nothing here is told, not refused; and not many of them, as nobody reads a million lines.</summary>
    private void Ignore(ref JsonCursor cursor, string key)
    {
        if (_raw.Ignored.Count < RawProblem.MostIgnored && !_raw.Ignored.Contains(key))
            _raw.Ignored.Add(key);
        cursor.Skip();
    }

    private void Section(ref JsonCursor cursor, string key)
    {
        _raw.Sections.Add(key);
        switch (key)
        {
            case "mentees" or "students" or "people":
                Seekers(ref cursor, isTied: key == "mentees");
                break;
            case "mentors" or "projects":
                Offerers(ref cursor, isProject: key == "projects");
                break;
            case "supervisors":
                Supervisors(ref cursor);
                break;
            case "pins":
                Pairs(ref cursor, _raw.Pins);
                break;
            case "forbids":
                Pairs(ref cursor, _raw.Forbids);
                break;
            case "current":
                Current(ref cursor);
                break;
            case "event":
                Event(ref cursor);
                break;
            case "groups":
                Groups(ref cursor);
                break;
            case "scores":
                Scores(ref cursor);
                break;
            case "lastUnmatched":
                Ids(ref cursor, _raw.LastUnmatched);
                break;
            case "optedIn":
                Ids(ref cursor, _raw.OptedIn);
                break;
            case "weights":
                Weights(ref cursor);
                break;
            default:
                Setting(ref cursor, key);
                break;
        }
    }

    private void Setting(ref JsonCursor cursor, string key)
    {
        switch (key)
        {
            case "mode":
                cursor.Expect(JsonTokenType.String, "A mode");
                _raw.Mode = cursor.Text();
                if (!Modes.Contains(_raw.Mode))
                    throw FileErrorException.Bad($"There is no mode \"{_raw.Mode}\". There are {string.Join(", ", Modes)}.", cursor.At);
                break;
            case "seed":
                _raw.Seed = cursor.Seed();
                break;
            case "d":
                _raw.Margin = Small(ref cursor, 1);
                break;
            case "budget":
                _raw.Budget = Small(ref cursor, 0);
                break;
            case "priceOfMove":
                _raw.PriceOfMove = cursor.Number("A number");
                if (_raw.PriceOfMove < 0)
                    throw cursor.Wrong("A number of 0 or more");
                break;
            default:
                _raw.Threshold = cursor.Number("A number");
                break;
        }
    }

    private static int Small(ref JsonCursor cursor, int least)
    {
        var expected = $"A whole number of {least} or more";
        return cursor.Whole(expected) is { } whole && whole >= least && whole <= int.MaxValue ? (int)whole : throw cursor.Wrong(expected);
    }
}
