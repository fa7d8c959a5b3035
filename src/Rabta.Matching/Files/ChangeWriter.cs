using System.Text.Json;

namespace Rabta.Matching.Files;

/// <summary>Writes a change as a sentence and as something a program can apply to the file.</summary>
internal sealed class ChangeWriter(FileProblem problem, Utf8JsonWriter json)
{
    public void Write(int seeker, FileChange change)
    {
        var who = problem.Seekers[seeker];
        json.WriteString("text", Sentence(who, change));
        json.WriteStartObject("op");
        if (change.Listed is { } listed)
            Pair("list", listed);
        else if (change.Unforbidden is { } unforbidden)
            Pair("unforbid", unforbidden);
        else
            Capacity([.. Raised(change)]);
        json.WriteEndObject();
    }

    private IEnumerable<(string Id, int From, int To)> Raised(FileChange change) =>
        change
            .Places.Select(place => (problem.Offerers[place.Key], problem.Places[place.Key], place.Value))
            .Concat(
                change.SupervisorPlaces.Select(place => (problem.Supervisors[place.Key], problem.SupervisorPlaces[place.Key], place.Value))
            );

    private string Sentence(string who, FileChange change)
    {
        if (change.Listed is { } listed)
            return $"If {problem.Seekers[listed.Seeker]} and {problem.Offerers[listed.Offerer]} "
                + $"both listed each other, {who} would have somebody.";
        if (change.Unforbidden is { } pair)
            return $"If {problem.Seekers[pair.Seeker]} with {problem.Offerers[pair.Offerer]} "
                + $"were not forbidden, {who} would have somebody.";
        var places = string.Join(" and ", Raised(change).Select(raised => $"{raised.Id} had {raised.To} places in place of {raised.From}"));
        return $"If {places}, {who} would have somebody.";
    }

    private void Pair(string key, (int Seeker, int Offerer) pair)
    {
        json.WriteStartArray(key);
        json.WriteStringValue(problem.Seekers[pair.Seeker]);
        json.WriteStringValue(problem.Offerers[pair.Offerer]);
        json.WriteEndArray();
    }

    private void Capacity(List<(string Id, int From, int To)> raised)
    {
        json.WriteStartArray("capacity");
        foreach (var (id, _, to) in raised)
        {
            if (raised.Count > 1)
                json.WriteStartArray();
            json.WriteStringValue(id);
            json.WriteNumberValue(to);
            if (raised.Count > 1)
                json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
