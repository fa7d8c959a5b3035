using Microsoft.EntityFrameworkCore;
using Rabta.Importing.ReadingLists;
using Rabta.People;
using Rabta.People.Correcting;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Programmes;

namespace Rabta.Importing.Storing;

/// <summary>Stores people, their parts and their answers, a thousand at a time. Within the caller's transaction.</summary>
public sealed class StorePeople(RabtaDb db, MoveAddress move, JournalOf journal)
{
    private const int AtATime = 1_000;

    /// <summary>Answers the ids in the order of the roster, and who kept something of their own.</summary>
    public async Task<(PersonId[] Ids, List<KeptOwn> Kept)> Run(
        CohortId cohort,
        Roster roster,
        TextColumns texts,
        IReadOnlyDictionary<string, Asked> asked,
        PersonId? by,
        ImportWatch? watch,
        CancellationToken stop
    )
    {
        var ids = new PersonId[roster.People.Count];
        var kept = new List<KeptOwn>();
        foreach (var some in roster.People.Chunk(AtATime))
        {
            var stored = await StoredPeople.Of(db, cohort, [.. some.Select(person => person.Known?.Id).OfType<PersonId>()], stop);
            foreach (var listed in some)
            {
                var person = listed.Known is { } known ? stored.People[known.Id] : Add(listed, by);
                ids[listed.Index] = person.Id;
                var own = new KeepTheirOwn(person);
                Update(person, listed, texts, own);
                if (listed.Name.Length > 0)
                    person.ListedName = listed.Name;
                if (listed is { TakesNewAddress: true, Address: { } address })
                    await move.Run(person, address.Text, by, stop);
                foreach (var role in Enum.GetValues<ProgrammeRole>().Where(role => listed.Roles.HasFlag(Of(role))))
                {
                    var enrolment = stored.EnrolmentOf(person.Id, role) ?? Enrol(cohort, person.Id, role);
                    if (role == ProgrammeRole.Mentor && listed.Places is { } places)
                        enrolment.Places = places;
                    foreach (var answer in AnswersOf(listed, role, texts))
                        Answer(enrolment, answer, asked[answer.Key], stored, own);
                }
                if (own.Fields != Corrected.Nothing)
                    kept.Add(new KeptOwn(person.Name, own.Fields));
            }
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            watch?.Stored(some[^1].Index + 1);
        }
        return (ids, kept);
    }

    // Without a name a dash: address and number are for staff, and a name is for everyone.
    private Person Add(RosterPerson listed, PersonId? by)
    {
        var person = new Person(listed.Name.Length > 0 ? listed.Name : "—", listed.Address?.Text);
        db.Add(person);
        journal.Note(People.JournalKinds.PersonAdded, person.Id, by);
        return person;
    }

    private Enrolment Enrol(CohortId cohort, PersonId person, ProgrammeRole role)
    {
        var enrolment = new Enrolment
        {
            CohortId = cohort,
            PersonId = person,
            Role = role,
        };
        db.Add(enrolment);
        return enrolment;
    }

    /// <summary>The list outweighs what an earlier list said; an empty cell says nothing.</summary>
    private static void Update(Person person, RosterPerson listed, TextColumns texts, KeepTheirOwn own)
    {
        own.Set(Corrected.Name, person.Name, listed.Name.Length > 0 ? listed.Name : null, name => person.Name = name);
        foreach (var (language, name) in listed.Names.Texts)
            own.Set(Corrected.Names, person.Names.Only(language), name, given => person.Names = person.Names.With(language, given));
        own.Set(Corrected.Phone, person.Phone, listed.Phone, phone => person.Phone = phone);
        own.Set(Corrected.About, person.About, texts.AboutOf(listed), about => person.About = about);
        own.Set(Corrected.Hopes, person.Hopes, texts.HopesOf(listed), hopes => person.Hopes = hopes);
        if (person.Address is null && listed.Address is { } address)
            person.MoveTo(address.Text);
        own.Set(Corrected.Number, person.Number, listed.Number, number => person.Number = number);
    }

    /// <summary>Each row speaks for its own part; someone in one list only is the same person in both parts.</summary>
    private static IEnumerable<RosterAnswer> AnswersOf(RosterPerson listed, ProgrammeRole role, TextColumns texts)
    {
        var rows = listed.Rows.Where(row => row.Role == Of(role)).ToList();
        return (rows.Count > 0 ? rows : listed.Rows)
            .SelectMany(row => row.Answers.Concat(texts.AnswersOf(row)))
            .DistinctBy(answer => answer.Key);
    }

    private void Answer(Enrolment enrolment, RosterAnswer given, Asked asked, StoredPeople stored, KeepTheirOwn own)
    {
        var answer = stored.AnswerOf(enrolment.Id, asked.Id);
        var before = asked.IsPrivate ? answer?.PrivateValues : answer?.Values;
        if (before is not null && before.SequenceEqual(given.Values))
            return;
        if (!asked.IsNew && own.Keeps(Corrected.Answers))
            return;
        if (answer is null)
            db.Add(answer = new Answer { EnrolmentId = enrolment.Id, QuestionId = asked.Id });
        if (asked.IsPrivate)
            answer.PrivateValues = [.. given.Values];
        else
            answer.Values = [.. given.Values];
    }

    private static ProgrammeRoles Of(ProgrammeRole role) => role == ProgrammeRole.Mentor ? ProgrammeRoles.Mentor : ProgrammeRoles.Mentee;
}
