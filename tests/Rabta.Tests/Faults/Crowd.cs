using System.Globalization;
using System.Text;
using Rabta.Importing.Storing;
using Rabta.Matches.Running;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Faults;

/// <summary>Two lists of invented people, five mentees to a mentor, enough that what is done with them takes a while.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rabta-lists-").FullName;

    public Crowd(int mentors)
    {
        (Mentors, Mentees) = (mentors, mentors * 5);
        string[] languages = ["Urdu", "Punjabi", "Pashto", "Sindhi"],
            interests = ["Research", "Poetry", "Surgery"];
        string Mail(int mentor) => string.Create(CultureInfo.InvariantCulture, $"mentor{mentor % Mentors}@x.pk");
        Import =
        [
            "import",
            "--programme",
            "Hamqadam",
            "--json",
            "--mentors",
            At(
                "mentors.csv",
                "Name,Email,Staff no,Capacity,Languages,Interests",
                Mentors,
                i => $"Mentor M{i},{Mail(i)},F-{i},5,{languages[i % 4]},{interests[i % 3]}"
            ),
            "--mentees",
            At(
                "mentees.csv",
                "Name,Email,Roll no,Languages,Interests,Wish 1,Wish 2",
                Mentees,
                i => $"Mentee S{i},mentee{i}@x.pk,S-{i},{languages[i % 4]},{interests[i % 3]},{Mail(i)},{Mail(i + 7)}"
            ),
        ];
    }

    public int Mentors { get; }
    public int Mentees { get; }
    public int Everyone => Mentors + Mentees;
    public string[] Import { get; }
    public static string[] Match { get; } = ["match", "run", "--programme", "Hamqadam", "--seed", "7", "--json"];
    public static string[] Publish { get; } = [.. Match, "--publish"];

    /// <summary>Everyone is imported, and a round stands in review or is published.</summary>
    public async Task Arrive(World world, bool published)
    {
        Assert.Equal(0, (await Place.Run(world.Settings, new ImportCommand(Composition.Languages), Import)).Code);
        Assert.Equal(0, (await Place.Run(world.Settings, new MatchRunCommand(Composition.Languages), published ? Publish : Match)).Code);
    }

    private string At(string name, string headings, int count, Func<int, string> row)
    {
        var text = new StringBuilder(headings).Append('\n');
        for (var i = 0; i < count; i++)
            text.Append(row(i)).Append('\n');
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text.ToString());
        return path;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
