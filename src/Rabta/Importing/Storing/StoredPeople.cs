using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Importing.Storing;

/// <summary>Some people as they are stored now, to be changed: three questions to the database, however many they are.</summary>
internal sealed class StoredPeople
{
    private readonly Dictionary<(PersonId, ProgrammeRole), Enrolment> _enrolments;
    private readonly Dictionary<(EnrolmentId, QuestionId), Answer> _answers;

    private StoredPeople(
        Dictionary<PersonId, Person> people,
        Dictionary<(PersonId, ProgrammeRole), Enrolment> enrolments,
        Dictionary<(EnrolmentId, QuestionId), Answer> answers
    ) => (People, _enrolments, _answers) = (people, enrolments, answers);

    public IReadOnlyDictionary<PersonId, Person> People { get; }

    public static async Task<StoredPeople> Of(RabtaDb db, CohortId cohort, List<PersonId> ids, CancellationToken stop)
    {
        if (ids.Count == 0)
            return new StoredPeople([], [], []);
        var people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var enrolments = await db.Enrolments.Where(e => e.CohortId == cohort && ids.Contains(e.PersonId)).ToListAsync(stop);
        var own = enrolments.ConvertAll(e => e.Id);
        var answers = await db.Answers.Where(a => own.Contains(a.EnrolmentId)).ToListAsync(stop);
        return new StoredPeople(
            people,
            enrolments.ToDictionary(e => (e.PersonId, e.Role)),
            answers.ToDictionary(a => (a.EnrolmentId, a.QuestionId))
        );
    }

    public Enrolment? EnrolmentOf(PersonId person, ProgrammeRole role) => _enrolments.GetValueOrDefault((person, role));

    public Answer? AnswerOf(EnrolmentId enrolment, QuestionId question) => _answers.GetValueOrDefault((enrolment, question));
}

/// <summary>Sets what a list says, except in fields that the person has corrected; remembers those fields.</summary>
internal sealed class KeepTheirOwn(Person person)
{
    /// <summary>Where the list would have said something else.</summary>
    public Corrected Fields { get; private set; }

    public void Set(Corrected field, string? before, string? listed, Action<string> set)
    {
        if (listed is not null && listed != before && !Keeps(field))
            set(listed);
    }

    public bool Keeps(Corrected field)
    {
        if (!person.Corrected.HasFlag(field))
            return false;
        Fields |= field;
        return true;
    }
}
