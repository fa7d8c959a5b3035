using System.Text.Json;

namespace Rabta.Matching.Files;

internal sealed partial class ProblemReader
{
    private void Pairs(ref JsonCursor cursor, List<RawPair> into)
    {
        cursor.Expect(JsonTokenType.StartArray, "A list of pairs");
        for (var at = 0; cursor.NextElement(); at++)
        {
            cursor.Push(at);
            cursor.Expect(JsonTokenType.StartArray, "A pair of ids");
            var ids = new List<int>();
            while (cursor.NextElement())
            {
                cursor.Push(ids.Count);
                ids.Add(cursor.Id(_raw.Pool, AnId));
                cursor.Pop();
            }
            if (ids.Count != 2)
                throw cursor.Wrong("A pair of two ids");
            into.Add(new(ids[0], ids[1]));
            cursor.Pop();
        }
    }

    private void Ids(ref JsonCursor cursor, List<int> into)
    {
        cursor.Expect(JsonTokenType.StartArray, "A list of ids");
        for (var at = 0; cursor.NextElement(); at++)
        {
            cursor.Push(at);
            into.Add(cursor.Id(_raw.Pool, AnId));
            cursor.Pop();
        }
    }

    private void Current(ref JsonCursor cursor)
    {
        cursor.Expect(JsonTokenType.StartObject, "An object of mentee and mentor");
        _raw.Current = [];
        var seen = new HashSet<int>();
        while (cursor.NextKey(out var mentee))
        {
            _raw.Current.Add(new(Declare(cursor, mentee, seen), cursor.Id(_raw.Pool, AnId)));
            cursor.Pop();
        }
    }

    private void Event(ref JsonCursor cursor)
    {
        cursor.Expect(JsonTokenType.StartObject, "An object with one event");
        var (kind, who, ban, to, hasTo) = ("", -1, false, (decimal?)null, false);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (cursor.NextKey(out var key))
        {
            if (!seen.Add(key))
                throw FileErrorException.Bad($"\"{key}\" stands here twice. Keep one of them.", cursor.At);
            if (key is "leave" or "withdraw" or "arrive" or "capacity" or "switch")
            {
                if (kind.Length > 0)
                    throw FileErrorException.Bad($"An event is one thing: this is \"{kind}\" already.", cursor.At);
                (kind, who) = (key, cursor.Id(_raw.Pool, AnId));
            }
            else if (key == "ban" && cursor.Token is JsonTokenType.True or JsonTokenType.False)
                ban = cursor.Token == JsonTokenType.True;
            else if (key == "to")
                (to, hasTo) = (Places(ref cursor), true);
            else
                throw FileErrorException.Bad(
                    "An event is leave (with ban: true or false), withdraw, arrive, switch, or capacity with to.",
                    cursor.At
                );
            cursor.Pop();
        }
        if (kind.Length == 0 || (ban && kind != "leave") || (hasTo && kind != "capacity"))
            throw FileErrorException.Bad(
                "An event is leave (with ban: true or false), withdraw, arrive, switch, or capacity with to.",
                cursor.At
            );
        _raw.Event = new(kind, who, ban, to, hasTo);
    }

    private void Groups(ref JsonCursor cursor)
    {
        cursor.Expect(JsonTokenType.StartObject, "An object with a list of mentees for each group");
        var seen = new HashSet<int>();
        while (cursor.NextKey(out var group))
        {
            var members = new List<int>();
            var id = Declare(cursor, group, seen);
            Ids(ref cursor, members);
            _raw.Groups.Add((id, members));
            if (_raw.Groups.Count > 64)
                throw FileErrorException.Bad("At most 64 groups can have places of their own.", cursor.At);
            cursor.Pop();
        }
    }

    private void Scores(ref JsonCursor cursor)
    {
        cursor.Expect(JsonTokenType.StartObject, "An object with scores for each mentee");
        _raw.Scores = [];
        var seen = new HashSet<int>();
        while (cursor.NextKey(out var mentee))
        {
            var id = Declare(cursor, mentee, seen);
            cursor.Expect(JsonTokenType.StartObject, "An object of mentor and score");
            var (own, named) = (new List<(int, decimal)>(), new HashSet<int>());
            while (cursor.NextKey(out var mentor))
            {
                own.Add((Declare(cursor, mentor, named), cursor.Number("A score")));
                cursor.Pop();
            }
            _raw.Scores[id] = own;
            cursor.Pop();
        }
    }

    private void Weights(ref JsonCursor cursor)
    {
        cursor.Expect(JsonTokenType.StartArray, "A list of rows");
        var rows = new List<decimal[]>();
        while (cursor.NextElement())
        {
            cursor.Push(rows.Count);
            cursor.Expect(JsonTokenType.StartArray, "A row of numbers");
            var row = new List<decimal>();
            while (cursor.NextElement())
            {
                cursor.Push(row.Count);
                row.Add(cursor.Number("A number"));
                cursor.Pop();
            }
            if (rows.Count > 0 && row.Count != rows[0].Length)
                throw FileErrorException.Bad($"Every row has as many numbers as the first, {rows[0].Length}.", cursor.At);
            rows.Add([.. row]);
            cursor.Pop();
        }
        _raw.Weights = [.. rows];
    }
}
