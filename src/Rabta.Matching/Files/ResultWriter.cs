using System.Text.Encodings.Web;
using System.Text.Json;
using Rabta.Matching.Markets;

namespace Rabta.Matching.Files;

/// <summary>Writes a result file, people in the order of the problem file.</summary>
internal sealed class ResultWriter : IDisposable
{
    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly FileProblem _problem;
    private readonly FileSolution _solution;
    private readonly ChangeSearch? _search;
    private readonly MemoryStream _stream = new();
    private readonly Utf8JsonWriter _json;

    public ResultWriter(FileProblem problem, FileSolution solution, bool seeksChanges)
    {
        (_problem, _solution) = (problem, solution);
        _search = seeksChanges ? new(problem, solution) : null;
        _json = new(_stream, Options);
    }

    public byte[] Write()
    {
        var (raw, pool) = (_problem.Raw, _problem.Raw.Pool);
        int[] inOrder = [.. raw.Seekers.Select(id => _problem.SeekerAt[id]).Where(seeker => seeker != _solution.Withdrawn)];
        _json.WriteStartObject();
        _json.WriteStartObject("pairs");
        foreach (var seeker in inOrder.Where(seeker => _solution.OffererOf[seeker] != Market.Nobody))
            _json.WriteString(_problem.Seekers[seeker], _problem.Offerers[_solution.OffererOf[seeker]]);
        _json.WriteEndObject();
        _json.WriteStartObject("unmatched");
        foreach (var seeker in inOrder.Where(seeker => _solution.OffererOf[seeker] == Market.Nobody))
            Unmatched(seeker);
        _json.WriteEndObject();
        _json.WriteStartArray("moved");
        foreach (var seeker in inOrder.Where(seeker => _solution.OffererOf[seeker] != _problem.Current[seeker]))
            _json.WriteStringValue(_problem.Seekers[seeker]);
        _json.WriteEndArray();
        Blocking();
        if (_problem.Form == FileForm.People)
            _json.WriteBoolean("stable", _solution.IsStable);
        if (_problem.Form == FileForm.Mentors)
        {
            Forbids(raw, pool);
            Proposals();
        }
        new StatsWriter(_problem, _solution, _json).Write(inOrder, _search?.NotSearched ?? 0);
        _json.WriteEndObject();
        _json.Flush();
        _stream.WriteByte((byte)'\n');
        return _stream.ToArray();
    }

    public void Dispose()
    {
        _json.Dispose();
        _stream.Dispose();
    }

    public static byte[] Error(FileError error)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteString("at", error.At);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private void Unmatched(int seeker)
    {
        _json.WriteStartObject(_problem.Seekers[seeker]);
        _json.WriteString("reason", UnmatchedCodes.Of(_problem, FileChange.None, _solution, seeker));
        if (_search?.For(seeker) is { } change)
        {
            _json.WriteStartObject("change");
            new ChangeWriter(_problem, _json).Write(seeker, change);
            _json.WriteEndObject();
        }
        else
            _json.WriteNull("change");
        _json.WriteEndObject();
    }

    private void Blocking()
    {
        _json.WriteStartArray("blockingPairs");
        foreach (var pair in _solution.Blocking)
        {
            _json.WriteStartObject();
            _json.WriteStartArray("pair");
            _json.WriteStringValue(_problem.Seekers[pair.Mentee]);
            _json.WriteStringValue(_problem.Offerers[pair.Mentor]);
            _json.WriteEndArray();
            _json.WriteString("because", BecauseCode(pair.Because));
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    internal static string BecauseCode(Because because) =>
        because switch
        {
            Because.Pin => "pin",
            Because.Incumbent => "incumbent",
            Because.NotOptedIn => "not-opted-in",
            _ => "mode",
        };

    /// <summary>The forbids to keep: those given, and the mentor somebody left for good.</summary>
    private void Forbids(RawProblem raw, IdPool pool)
    {
        _json.WriteStartArray("forbids");
        foreach (var pair in raw.Forbids)
            Pair(pool[pair.One], pool[pair.Other]);
        if (raw.Event is { Ban: true } && !_problem.Forbids.Contains(_solution.Left))
            Pair(_problem.Seekers[_solution.Left.Seeker], _problem.Offerers[_solution.Left.Offerer]);
        _json.WriteEndArray();
    }

    private void Pair(string one, string other)
    {
        _json.WriteStartArray();
        _json.WriteStringValue(one);
        _json.WriteStringValue(other);
        _json.WriteEndArray();
    }

    private void Proposals()
    {
        _json.WriteStartArray("proposals");
        foreach (var proposal in _solution.Proposals)
        {
            _json.WriteStartObject();
            _json.WriteString("to", _problem.Offerers[proposal.To]);
            Moves("moves", proposal.Moves);
            Moves("placed", proposal.Placed);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void Moves(string name, IReadOnlyList<Rematching.Move> moves)
    {
        _json.WriteStartArray(name);
        foreach (var move in moves)
        {
            _json.WriteStartObject();
            _json.WriteString("who", _problem.Seekers[move.Mentee]);
            _json.WriteString("from", move.From == Market.Nobody ? null : _problem.Offerers[move.From]);
            _json.WriteString("to", _problem.Offerers[move.To]);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }
}
