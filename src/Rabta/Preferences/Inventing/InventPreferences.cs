using NodaTime;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Programmes.Inventing;

namespace Rabta.Preferences.Inventing;

/// <summary>
/// What was said before the round: wishes, recommendations and conflicts; mentors who let themselves be read, a mentee who asked one, a
/// recommendation that is to be sorted, someone asked by mail.
/// </summary>
public sealed class InventPreferences(RabtaDb db) : IInvent
{
    private static readonly Duration Day = Duration.FromDays(1);

    public int Order => 300;

    public Task Run(InventedCollege college, CancellationToken stop)
    {
        Wishes(college);
        Choosing(college);
        college.Visitors.Add(new("demo.mentee-waiting", college.Mentees[2], typeof(Texts)));
        return Task.CompletedTask;
    }

    private void Wishes(InventedCollege college)
    {
        foreach (var mentee in college.Mentees.Where(_ => college.Dice.Next(5) > 0))
        foreach (
            var (mentor, rank) in college
                .Mentors.OrderBy(_ => college.Dice.Next())
                .Take(1 + college.Dice.Next(4))
                .Select((m, i) => (m, i + 1))
        )
            db.Add(
                new Wish
                {
                    CohortId = college.Cohort.Id,
                    From = mentee.Id,
                    FromRole = ProgrammeRole.Mentee,
                    To = mentor.Id,
                    Rank = rank,
                }
            );
        foreach (var mentee in college.Mentees.Where((_, i) => i % 25 == 7))
            db.Add(
                new Recommendation
                {
                    CohortId = college.Cohort.Id,
                    MenteeId = mentee.Id,
                    MentorId = college.Pick([.. college.Mentors]).Id,
                    By = "Prof. Tahira Aslam",
                    Why = "They would laugh at the same things.",
                    MayBeNamed = true,
                }
            );
        foreach (var mentee in college.Mentees.Where((_, i) => i % 60 == 11))
            db.Add(
                new Conflict
                {
                    CohortId = college.Cohort.Id,
                    One = mentee.Id,
                    Other = college.Pick([.. college.Mentors]).Id,
                }
            );
    }

    private void Choosing(InventedCollege college)
    {
        var (cohort, now, waiting) = (college.Cohort, college.Now, college.Mentees[2]);
        foreach (var mentor in college.Mentors.Where((_, i) => i % 3 != 2))
            mentor.Shown |= Shown.ToThoseWhoChoose;
        waiting.Shown |= Shown.ToThoseWhoChoose;
        (waiting.ConfirmedAt, waiting.FirstSignedIn) = (now - 3 * Day, now - 3 * Day);
        waiting.Corrected |= Corrected.Wishes;
        db.Add(
            new MentorRequest(
                new(Guid.CreateVersion7()),
                cohort.Id,
                waiting.Id,
                college.Mentors[0].Id,
                "You made anatomy plain in the first week.",
                now - 2 * Day
            )
        );
        var tahira = new Person("Prof. Tahira Aslam", "tahira.aslam@mmc.example") { Names = Several.Of(("ur", "پروفیسر طاہرہ اسلم")) };
        db.AddRange(
            tahira,
            new RecommenderInvitation
            {
                CohortId = cohort.Id,
                PersonId = tahira.Id,
                By = college.Coordinator.Id,
                At = now - Day,
            },
            new UnsortedRecommendation
            {
                CohortId = cohort.Id,
                Mentee = "Hira from ward 4",
                Mentor = college.Mentors[3].Name,
                Why = "She needs someone who lets her finish.",
                By = "Dr Imran Qureshi",
                MayBeNamed = true,
                At = now - Day,
            }
        );
    }
}
