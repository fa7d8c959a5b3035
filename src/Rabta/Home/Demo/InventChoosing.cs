using NodaTime;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;

namespace Rabta.Home.Demo;

/// <summary>
/// What was said before the round: mentors who let themselves be read, a mentee who asked one, a recommendation that is to be sorted,
/// someone asked by mail.
/// </summary>
public sealed class InventChoosing(RabtaDb db, IClock clock)
{
    private static readonly Duration Day = Duration.FromDays(1);

    public void Run(Programme programme, Cohort cohort, IReadOnlyList<Person> mentors, Person waiting, Person asked, Person coordinator)
    {
        var now = clock.GetCurrentInstant();
        programme.MenteesMayAsk = true;
        foreach (var mentor in mentors.Where((_, i) => i % 3 != 2))
            mentor.Shown |= Shown.ToThoseWhoChoose;
        waiting.Shown |= Shown.ToThoseWhoChoose;
        (waiting.ConfirmedAt, waiting.FirstSignedIn) = (now - 3 * Day, now - 3 * Day);
        waiting.Corrected |= Corrected.Wishes;
        db.Add(
            new MentorRequest(
                new(Guid.CreateVersion7()),
                cohort.Id,
                waiting.Id,
                asked.Id,
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
                By = coordinator.Id,
                At = now - Day,
            },
            new UnsortedRecommendation
            {
                CohortId = cohort.Id,
                Mentee = "Hira from ward 4",
                Mentor = mentors[3].Name,
                Why = "She needs someone who lets her finish.",
                By = "Dr Imran Qureshi",
                MayBeNamed = true,
                At = now - Day,
            }
        );
    }
}
