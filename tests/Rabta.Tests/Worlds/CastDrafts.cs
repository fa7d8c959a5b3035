using System.Text;
using Rabta.Importing.Drafting;
using Rabta.People;
using Rabta.Platform.Language;
using Rabta.Programmes;

namespace Rabta.Tests.Worlds;

/// <summary>Two short lists that Huda brought and has not looked at yet; one row has a problem.</summary>
public static class CastDrafts
{
    public static async Task PutDraft(this World world, Cast cast, Func<string, string>? letters = null)
    {
        var write = letters ?? (text => text);
        var draft = new ImportDraft
        {
            By = cast.Huda.Id,
            Programme = cast.Programme.Name.Texts.Values.First(),
            At = world.Clock.Now,
            GoodRows = true,
            MentorMaps = [$"{write("Interests")}=answer"],
        };
        ImportFile File(ProgrammeRole role, string name, params string[] rows) =>
            new()
            {
                DraftId = draft.Id,
                Role = role,
                Name = write(name),
                Bytes = Encoding.UTF8.GetBytes($"نام,ای میل,{write("Interests")}\n{string.Join('\n', rows.Select(write))}\n"),
            };
        await world.Put(draft);
        await world.Put(
            File(ProgrammeRole.Mentor, "mentors.csv", "Rabia,rabia@x.pk,Research"),
            File(ProgrammeRole.Mentee, "mentees.csv", "Hira,hira@x.pk,Research", "Asad,nothing,Art")
        );
        cast.Draft = draft.Id;
    }
}
