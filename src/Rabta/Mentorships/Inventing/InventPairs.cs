using NodaTime;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Programmes;
using Rabta.Programmes.Inventing;

namespace Rabta.Mentorships.Inventing;

/// <summary>Pairs of last year, in the order in which other parts tell their stories: the first five are one mentor's.</summary>
public sealed class InventPairs(RabtaDb db) : IInvent
{
    private readonly List<Mentorship> _all = [];

    public int Order => 200;
    public IReadOnlyList<Mentorship> All => _all;

    // Fifty pairs of last year are under way: some have accepted on both sides, some wait for one.
    public Task Run(InventedCollege college, CancellationToken stop)
    {
        var pairs = Enumerable.Range(0, 50).Select(i => (Mentor: college.Mentors[i / 5], Mentee: college.Mentees[i * 7])).ToList();
        var began = college.Now - Duration.FromDays(30);
        foreach (var (pair, i) in pairs.Select((p, i) => (p, i)))
        {
            var why = new List<Reason>
            {
                new(ReasonKind.MenteesWish, Rank: 1 + i % 3),
                new(ReasonKind.Shared, InventedCollege.Languages, ["Urdu"]),
            };
            if (i % 10 == 0)
                why.Add(new(ReasonKind.Recommended, By: "Prof. Tahira Aslam"));
            var mentorship = new Mentorship(college.Programme.Id, college.Cohort.Id, pair.Mentor.Id, pair.Mentee.Id, why, null, began);
            db.Add(mentorship);
            _all.Add(mentorship);
            if (i % 3 == 0)
                db.Add(
                    new PhoneShare
                    {
                        MentorshipId = mentorship.Id,
                        PersonId = pair.Mentor.Id,
                        At = began,
                    }
                );
            if (i == 10)
                db.Add(
                    new ChangeRequest
                    {
                        MentorshipId = mentorship.Id,
                        By = pair.Mentee.Id,
                        Reason = "Our free hours never fit.",
                        At = college.Now - Duration.FromDays(2),
                    }
                );
            foreach (var person in new[] { pair.Mentor, pair.Mentee }.Where(_ => i != 1))
                (person.ConfirmedAt, person.FirstSignedIn) = (began, began);
            if (i != 1 && (i == 3 || i % 4 != 3))
                Accept(college.Programme, pair.Mentee, began);
        }
        foreach (var mentor in pairs.Select(p => p.Mentor).Distinct())
            Accept(college.Programme, mentor, began);
        college.Visitors.AddRange([
            new("demo.mentor", pairs[0].Mentor, typeof(Texts)),
            new("demo.mentee", pairs[0].Mentee, typeof(Texts)),
            new("demo.mentee-new", pairs[1].Mentee, typeof(Texts)),
        ]);
        return Task.CompletedTask;
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
        foreach (var pair in _all.Where(m => m.Has(person.Id)))
            pair.Accept(person.Id, 1, at);
    }
}
