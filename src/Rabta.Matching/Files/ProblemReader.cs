using System.Text.Json;

namespace Rabta.Matching.Files;

/// <summary>Reads the shape of a problem file; what ids mean is looked into afterwards, by <see cref="ProblemLinks"/>.</summary>
internal sealed partial class ProblemReader
{
    private static readonly string[] Modes = ["stable", "lottery", "welfare", "balanced", "peers"];
    private readonly RawProblem _raw = new();

    /// <exception cref="FileErrorException">Something is not of the type it should be.</exception>
    public static RawProblem Read(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        var cursor = new JsonCursor(text);
        var reader = new ProblemReader();
        cursor.Read();
        cursor.Expect(JsonTokenType.StartObject, "An object with mentees and mentors");
        while (cursor.NextKey(out var key))
        {
            if (reader._raw.Sections.Contains(key))
                throw FileErrorException.Bad($"\"{key}\" stands here twice. Keep one of them.", cursor.At);
            reader._raw.Sections.Add(key);
            reader.Section(ref cursor, key);
            cursor.Pop();
        }
        // Nothing may follow.
        cursor.Read();
        reader.FindForm();
        return reader._raw;
    }

    private void Section(ref JsonCursor cursor, string key)
    {
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
                _raw.Seed = unchecked((ulong)(cursor.Whole("A whole number") ?? throw cursor.Wrong("A whole number")));
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
            case "threshold":
                _raw.Threshold = cursor.Number("A number");
                break;
            default:
                _raw.Ignored.Add(key);
                cursor.Skip();
                break;
        }
    }

    private static int Small(ref JsonCursor cursor, int least)
    {
        var expected = $"A whole number of {least} or more";
        return cursor.Whole(expected) is { } whole && whole >= least && whole <= int.MaxValue ? (int)whole : throw cursor.Wrong(expected);
    }

    private void FindForm()
    {
        FileForm[] found = [.. new[] { ("mentees", FileForm.Mentors), ("students", FileForm.Projects), ("people", FileForm.People), ("weights", FileForm.Weights) }
            .Where(form => _raw.Sections.Contains(form.Item1)).Select(form => form.Item2)];
        if (found.Length != 1)
            throw FileErrorException.Bad("A problem has exactly one of mentees, students, people and weights.", "");
        _raw.Form = found[0];
        string[] needed = _raw.Form switch
        {
            FileForm.Mentors => ["mentors"],
            FileForm.Projects => ["projects", "supervisors"],
            _ => [],
        };
        if (needed.FirstOrDefault(section => !_raw.Sections.Contains(section)) is { } missing)
            throw FileErrorException.Bad($"\"{missing}\" is missing.", "");
        if (_raw.Form == FileForm.Weights && _raw.Threshold is null)
            _raw.Threshold = decimal.MinValue;
        FitSettings();
    }

    private void FitSettings()
    {
        var isFirst = _raw.Form == FileForm.Mentors;
        if (!isFirst && _raw.Sections.FirstOrDefault(section => section is "event" or "current") is { } stray)
            throw FileErrorException.Bad($"\"{stray}\" belongs to mentees and mentors.", Pointer.Of(stray));
        if (!isFirst)
            return;
        if (_raw.Mode == "peers")
            throw FileErrorException.Bad("The mode \"peers\" is for \"people\".", "/mode");
        if (_raw.Mode is "welfare" or "balanced" && _raw.Scores is null)
            throw FileErrorException.Bad($"The mode \"{_raw.Mode}\" needs \"scores\".", "/mode");
        if (_raw.PriceOfMove is not null && _raw.Mode is not ("welfare" or "balanced"))
            throw FileErrorException.Bad("\"priceOfMove\" needs the mode \"welfare\" or \"balanced\", as it is counted in scores.", "/priceOfMove");
    }
}
