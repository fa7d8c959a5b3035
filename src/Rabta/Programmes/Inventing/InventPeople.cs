using Rabta.People;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Programmes.Arranging;

namespace Rabta.Programmes.Inventing;

/// <summary>The programme, 60 mentors and 500 mentees over five years, and what they answered.</summary>
public sealed class InventPeople(RabtaDb db, OpenProgramme open) : IInvent
{
    private static readonly Dictionary<string, string> Urdu = new()
    {
        ["Languages"] = InventedCollege.Languages.Only("ur"),
        ["Interests"] = "دلچسپیاں",
        ["Free time"] = "فارغ اوقات",
        ["Comfort"] = "کس سے بات آسان ہو",
        ["Department"] = "شعبہ",
        ["Campus"] = "کیمپس",
    };

    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<PersonId, EnrolmentId> _enrolments = [];
    private InventedCollege _college = null!;

    public int Order => 100;

    public async Task Run(InventedCollege college, CancellationToken stop)
    {
        _college = college;
        (college.Programme, college.Cohort) = await Programme(stop);
        college.Coordinator = Person("Nadia", "Rehman", "نادیہ", "رحمان", "nadia.rehman", null);
        college.Coordinator.Duties = Duties.Coordinator;
        college.Mentors = [.. Enumerable.Range(0, 60).Select(i => Mentor(i, college.Cohort))];
        college.Mentees = [.. Enumerable.Range(0, 500).Select(i => Mentee(i, college.Cohort))];
        var questions = Questions(college.Cohort);
        foreach (var person in college.Mentors)
            Answers(person, ProgrammeRole.Mentor, questions);
        foreach (var person in college.Mentees)
            Answers(person, ProgrammeRole.Mentee, questions);
        Campus(questions["Campus"]);
        college.Visitors.Add(new("demo.coordinator", college.Coordinator, typeof(Texts)));
    }

    private async Task<(Programme, Cohort)> Programme(CancellationToken stop)
    {
        await using var write = await db.BeginAside(new NotJournaled("None of it happened: it is invented."), stop);
        var (programme, cohort) = await open.Run("Hamqadam", null, stop);
        programme.Name = Several.Of(("en", "Hamqadam"), ("ur", "ہم قدم"));
        (programme.TurnTo, programme.TurnToPhone) = (
            Several.Of(("en", "Prof. Tahira Aslam"), ("ur", "پروفیسر طاہرہ اسلم")),
            "051 555 0142"
        );
        (programme.PlacesPerMentor, programme.Months, programme.MenteesMayAsk) = (8, 60, true);
        await write.Commit(stop);
        return (programme, cohort);
    }

    private Person Mentor(int i, Cohort cohort)
    {
        var person = Named(i, "Dr ", "ڈاکٹر ", "staff");
        person.Number = $"F-{100 + i}";
        person.Phone = $"0300 555 {1000 + i}";
        person.About = _college.Pick(
            "I teach, and I listen better than I talk.",
            "Fifteen years on the wards; I still remember the first week.",
            "I like questions that have no answer yet.",
            "Ask me about exams, sleep, and how to say no."
        );
        Enrol(person, ProgrammeRole.Mentor, cohort, 6 + _college.Dice.Next(7));
        return person;
    }

    private Person Mentee(int i, Cohort cohort)
    {
        var person = Named(i + 1, "", "", "students");
        person.Number = $"{2026 - i % 5}-{i / 5 + 1:000}";
        person.Phone = $"0333 555 {1000 + i}";
        person.Hopes = _college.Pick(
            "Someone who listens.",
            "How to choose a specialty.",
            "To pass Physiology the first time.",
            "A research elective.",
            "To speak up in class.",
            null!
        );
        Enrol(person, ProgrammeRole.Mentee, cohort);
        return person;
    }

    private void Enrol(Person person, ProgrammeRole role, Cohort cohort, int? places = null)
    {
        var enrolment = new Enrolment
        {
            CohortId = cohort.Id,
            PersonId = person.Id,
            Role = role,
            Places = places,
        };
        _enrolments.Add(person.Id, enrolment.Id);
        db.Add(enrolment);
    }

    private Person Named(int i, string title, string titleUrdu, string at)
    {
        var first = i % 2 == 0 ? _college.Pick(InventedNames.Women) : _college.Pick(InventedNames.Men);
        var family = _college.Pick(InventedNames.Families);
        var address = $"{first.English}.{family.English}".ToLowerInvariant();
        for (var n = 2; !_taken.Add($"{address}@{at}"); n++)
            address = $"{first.English}.{family.English}{n}".ToLowerInvariant();
        return Person(title + first.English, family.English, titleUrdu + first.Urdu, family.Urdu, address, at);
    }

    private Person Person(string first, string family, string firstUrdu, string familyUrdu, string address, string? at)
    {
        var person = new Person($"{first} {family}", $"{address}@{(at is null ? "" : at + ".")}mmc.example")
        {
            Names = Several.Of(("ur", $"{firstUrdu} {familyUrdu}")),
        };
        db.Add(person);
        return person;
    }

    private Dictionary<string, Question> Questions(Cohort cohort)
    {
        var questions = new[]
        {
            ("Languages", false),
            ("Interests", false),
            ("Free time", false),
            ("Comfort", true),
            ("Department", false),
            ("Campus", false),
        }
            .Select(q => new Question
            {
                CohortId = cohort.Id,
                Heading = Several.Of(("en", q.Item1), ("ur", Urdu[q.Item1])),
                Key = q.Item1.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal),
                IsPrivate = q.Item2,
                Counts = q.Item1 switch
                {
                    "Department" => Counts.Never,
                    "Campus" => Counts.MustEqual,
                    _ => Counts.Alike,
                },
            })
            .ToDictionary(q => q.Heading.Only("en"));
        db.AddRange(questions.Values);
        return questions;
    }

    private void Answers(Person person, ProgrammeRole role, Dictionary<string, Question> questions)
    {
        void Answer(string heading, params string[] values) =>
            db.Add(
                new Answer
                {
                    EnrolmentId = _enrolments[person.Id],
                    QuestionId = questions[heading].Id,
                    Values = questions[heading].IsPrivate ? [] : [.. values],
                    PrivateValues = questions[heading].IsPrivate ? [.. values] : [],
                }
            );
        Answer("Languages", ["Urdu", .. _college.Some("Punjabi", "Pashto", "Sindhi", "Balochi", "Hindko")]);
        Answer("Interests", _college.Some("Research", "Teaching", "Surgery", "Public health", "Cricket", "Poetry"));
        Answer("Free time", _college.Some("Monday evening", "Tuesday evening", "Thursday evening", "Saturday morning"));
        if (_college.Dice.Next(4) == 0)
            Answer("Comfort", _college.Pick("a woman", "a man"));
        if (role == ProgrammeRole.Mentor)
            Answer("Department", _college.Pick("Physiology", "Surgery", "Community Medicine", "Anatomy", "Paediatrics"));
    }

    // One mentor works in Taxila, and more students are there than that mentor has places: someone is left, for a reason one can see.
    private void Campus(Question campus)
    {
        void Is(Person person, string where) =>
            db.Add(
                new Answer
                {
                    EnrolmentId = _enrolments[person.Id],
                    QuestionId = campus.Id,
                    Values = [where],
                }
            );
        foreach (var mentor in _college.Mentors)
            Is(mentor, mentor == _college.Mentors[30] ? "Taxila" : "Rawalpindi");
        foreach (var mentee in _college.Mentees.Where((_, i) => i % 50 == 5))
            Is(mentee, "Taxila");
    }
}
