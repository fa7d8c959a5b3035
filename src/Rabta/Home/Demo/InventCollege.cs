using NodaTime;
using Rabta.Matches.Running;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.Mentorships.States;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Institutions;
using Rabta.Platform.Journal;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Programmes.Arranging;

namespace Rabta.Home.Demo;

/// <summary>Margalla Medical College, which does not exist: 60 mentors, 500 mentees over five years, the same at every start.</summary>
public sealed class InventCollege(
    RabtaDb db,
    CurrentInstitution current,
    OpenProgramme open,
    RunRound run,
    InventMeetings meetings,
    InventChoosing choosing,
    IClock clock
)
{
    private static readonly Dictionary<string, string> Urdu = new()
    {
        ["Languages"] = "زبانیں",
        ["Interests"] = "دلچسپیاں",
        ["Free time"] = "فارغ اوقات",
        ["Comfort"] = "کس سے بات آسان ہو",
        ["Department"] = "شعبہ",
        ["Campus"] = "کیمپس",
    };

    private readonly Random _dice = new(20261124);
    private readonly HashSet<string> _taken = [];

    /// <summary>Answers one secret for each kind of person.</summary>
    public async Task<IReadOnlyList<(string Who, string Secret)>> Run(CancellationToken stop)
    {
        var institution = new Institution(
            Several.Of(("en", "Margalla Medical College, Rawalpindi"), ("ur", "مارگلہ میڈیکل کالج، راولپنڈی")),
            null
        )
        {
            Counselling = "051 555 0199",
            IsInvented = true,
        };
        db.Add(institution);
        await Save(stop);
        current.Use(institution);
        var (programme, cohort) = await Programme(stop);
        var coordinator = Person("Nadia", "Rehman", "نادیہ", "رحمان", "nadia.rehman", null);
        coordinator.Duties = Duties.Coordinator;
        var mentors = Enumerable.Range(0, 60).Select(i => Mentor(i, cohort)).ToList();
        var mentees = Enumerable.Range(0, 500).Select(i => Mentee(i, cohort)).ToList();
        await Save(stop);
        var questions = Questions(cohort);
        foreach (var person in mentors)
            Answers(person, Part.Mentor, questions);
        foreach (var person in mentees)
            Answers(person, Part.Mentee, questions);
        Campus(mentors, mentees, questions["Campus"]);
        Wishes(cohort, mentors, mentees);
        var pairs = Pairs(programme, cohort, mentors, mentees);
        choosing.Run(programme, cohort, mentors, mentees[2], pairs[0].Mentor, coordinator);
        await Save(stop);
        db.ChangeTracker.Clear();
        await run.Run(cohort.Id, 20261124, null, stop);
        db.ChangeTracker.Clear();
        var now = clock.GetCurrentInstant();
        var chosen = new[]
        {
            ("coordinator", coordinator),
            ("mentor", pairs[0].Mentor),
            ("mentee", pairs[0].Mentee),
            ("mentee-new", pairs[1].Mentee),
            ("mentee-waiting", mentees[2]),
        };
        var links = chosen.Select(c => (c.Item1, Made: SignInLink.Make(c.Item2.Id, LinkFor.Demo, now))).ToList();
        db.AddRange(links.Select(l => l.Made.Link));
        await Save(stop);
        return [.. links.Select(l => (l.Item1, l.Made.Secret))];
    }

    private async Task Save(CancellationToken stop)
    {
        await using var write = await db.BeginAside(new NotJournaled("None of it happened: it is invented."), stop);
        await write.Commit(stop);
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
        (programme.PlacesPerMentor, programme.Months) = (8, 60);
        await write.Commit(stop);
        return (programme, cohort);
    }

    private Person Mentor(int i, Cohort cohort)
    {
        var person = Named(i, "Dr ", "ڈاکٹر ", "staff");
        person.Number = $"F-{100 + i}";
        person.Phone = $"0300 555 {1000 + i}";
        person.About = Pick(
            "I teach, and I listen better than I talk.",
            "Fifteen years on the wards; I still remember the first week.",
            "I like questions that have no answer yet.",
            "Ask me about exams, sleep, and how to say no."
        );
        db.Add(
            new Enrolment
            {
                CohortId = cohort.Id,
                PersonId = person.Id,
                Part = Part.Mentor,
                Places = 6 + _dice.Next(7),
            }
        );
        return person;
    }

    private Person Mentee(int i, Cohort cohort)
    {
        var person = Named(i + 1, "", "", "students");
        person.Number = $"{2026 - i % 5}-{i / 5 + 1:000}";
        person.Phone = $"0333 555 {1000 + i}";
        person.Hopes = Pick(
            "Someone who listens.",
            "How to choose a specialty.",
            "To pass Physiology the first time.",
            "A research elective.",
            "To speak up in class.",
            null!
        );
        db.Add(
            new Enrolment
            {
                CohortId = cohort.Id,
                PersonId = person.Id,
                Part = Part.Mentee,
            }
        );
        return person;
    }

    private Person Named(int i, string title, string titleUrdu, string at)
    {
        var first = i % 2 == 0 ? Pick(InventedNames.Women) : Pick(InventedNames.Men);
        var family = Pick(InventedNames.Families);
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

    private void Answers(Person person, Part part, Dictionary<string, Question> questions)
    {
        var enrolment = db.Set<Enrolment>().Local.Single(e => e.PersonId == person.Id && e.Part == part);
        void Answer(string heading, params string[] values) =>
            db.Add(
                new Answer
                {
                    EnrolmentId = enrolment.Id,
                    QuestionId = questions[heading].Id,
                    Values = questions[heading].IsPrivate ? [] : [.. values],
                    PrivateValues = questions[heading].IsPrivate ? [.. values] : [],
                }
            );
        Answer("Languages", ["Urdu", .. Some("Punjabi", "Pashto", "Sindhi", "Balochi", "Hindko")]);
        Answer("Interests", Some("Research", "Teaching", "Surgery", "Public health", "Cricket", "Poetry"));
        Answer("Free time", Some("Monday evening", "Tuesday evening", "Thursday evening", "Saturday morning"));
        if (_dice.Next(4) == 0)
            Answer("Comfort", Pick("a woman", "a man"));
        if (part == Part.Mentor)
            Answer("Department", Pick("Physiology", "Surgery", "Community Medicine", "Anatomy", "Paediatrics"));
    }

    // One mentor works in Taxila, and more students are there than that mentor has places: someone is left, for a reason one can see.
    private void Campus(List<Person> mentors, List<Person> mentees, Question campus)
    {
        var enrolments = db.Set<Enrolment>().Local.ToDictionary(e => e.PersonId);
        void Is(Person person, string where) =>
            db.Add(
                new Answer
                {
                    EnrolmentId = enrolments[person.Id].Id,
                    QuestionId = campus.Id,
                    Values = [where],
                }
            );
        foreach (var mentor in mentors)
            Is(mentor, mentor == mentors[30] ? "Taxila" : "Rawalpindi");
        foreach (var mentee in mentees.Where((_, i) => i % 50 == 5))
            Is(mentee, "Taxila");
    }

    private void Wishes(Cohort cohort, List<Person> mentors, List<Person> mentees)
    {
        foreach (var mentee in mentees.Where(_ => _dice.Next(5) > 0))
        foreach (var (mentor, rank) in mentors.OrderBy(_ => _dice.Next()).Take(1 + _dice.Next(4)).Select((m, i) => (m, i + 1)))
            db.Add(
                new Wish
                {
                    CohortId = cohort.Id,
                    From = mentee.Id,
                    FromPart = Part.Mentee,
                    To = mentor.Id,
                    Rank = rank,
                }
            );
        foreach (var mentee in mentees.Where((_, i) => i % 25 == 7))
            db.Add(
                new Recommendation
                {
                    CohortId = cohort.Id,
                    MenteeId = mentee.Id,
                    MentorId = Pick([.. mentors]).Id,
                    By = "Prof. Tahira Aslam",
                    Why = "They would laugh at the same things.",
                    MayBeNamed = true,
                }
            );
        foreach (var mentee in mentees.Where((_, i) => i % 60 == 11))
            db.Add(
                new Conflict
                {
                    CohortId = cohort.Id,
                    One = mentee.Id,
                    Other = Pick([.. mentors]).Id,
                }
            );
    }

    // Fifty pairs of last year are under way: some have accepted on both sides, some wait for one.
    private List<(Person Mentor, Person Mentee)> Pairs(Programme programme, Cohort cohort, List<Person> mentors, List<Person> mentees)
    {
        var pairs = Enumerable.Range(0, 50).Select(i => (Mentor: mentors[i / 5], Mentee: mentees[i * 7])).ToList();
        var began = clock.GetCurrentInstant() - Duration.FromDays(30);
        var mentorships = new List<Mentorship>();
        foreach (var (pair, i) in pairs.Select((p, i) => (p, i)))
        {
            var why = new List<Reason>
            {
                new(ReasonKind.MenteesWish, Rank: 1 + i % 3),
                new(ReasonKind.Shared, Several.Of(("en", "Languages"), ("ur", Urdu["Languages"])), ["Urdu"]),
            };
            if (i % 10 == 0)
                why.Add(new(ReasonKind.Recommended, By: "Prof. Tahira Aslam"));
            var mentorship = new Mentorship(programme.Id, cohort.Id, pair.Mentor.Id, pair.Mentee.Id, why, null, began);
            db.Add(mentorship);
            mentorships.Add(mentorship);
            if (i % 3 == 0)
                db.Add(
                    new PhoneShare
                    {
                        MentorshipId = mentorship.Id,
                        PersonId = pair.Mentor.Id,
                        At = began,
                    }
                );
            foreach (var person in new[] { pair.Mentor, pair.Mentee }.Where(_ => i != 1))
                (person.ConfirmedAt, person.FirstSignedIn) = (began, began);
            if (i != 1 && (i == 3 || i % 4 != 3))
                Accept(programme, pair.Mentee, began);
        }
        foreach (var mentor in pairs.Select(p => p.Mentor).Distinct())
            Accept(programme, mentor, began);
        meetings.Run(mentorships, clock.GetCurrentInstant());
        return pairs;
    }

    private void Accept(Programme programme, Person person, Instant at)
    {
        db.Add(
            new Acceptance
            {
                ProgrammeId = programme.Id,
                PersonId = person.Id,
                Version = 1,
                At = at,
            }
        );
        foreach (var pair in db.Set<Mentorship>().Local.Where(m => m.Has(person.Id)).ToList())
            if (pair.Accept(person.Id, 1, at))
                db.Add(new PairMeetings(pair.Id)).Entity.MayMeet(at + Duration.FromDays(programme.FirstMeetingDays));
    }

    private T Pick<T>(params T[] from) => from[_dice.Next(from.Length)];

    private string[] Some(params string[] from) => [.. from.Where(_ => _dice.Next(3) == 0).DefaultIfEmpty(Pick(from))];
}
