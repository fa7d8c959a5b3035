using Rabta.Goals;
using Rabta.Importing.Drafting;
using Rabta.Matches;
using Rabta.Meetings;
using Rabta.Meetings.States;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Preferences;
using Rabta.Programmes;
using Rabta.Programmes.Arranging;

namespace Rabta.Tests.Worlds;

/// <summary>The people of our tests: Huda coordinates, Sara mentors Omar and Amal, Bilal mentors Nida, Zara waits.</summary>
public sealed class Cast
{
    public required Programme Programme { get; init; }
    public required Cohort Cohort { get; init; }
    public required Person Huda { get; init; }
    public required Person Sara { get; init; }
    public required Person Bilal { get; init; }
    public required Person Omar { get; init; }
    public required Person Amal { get; init; }
    public required Person Nida { get; init; }
    public required Person Zara { get; init; }
    public required Mentorship SaraOmar { get; init; }
    public required Mentorship SaraAmal { get; init; }
    public required Mentorship BilalNida { get; init; }

    /// <summary>Omar's and Nida's part in the cohort.</summary>
    public EnrolmentId OmarsPart { get; init; } = Ids.New<EnrolmentId>();
    public EnrolmentId NidasPart { get; init; } = Ids.New<EnrolmentId>();

    /// <summary>The round in review, once <see cref="CastRounds"/> has run one.</summary>
    public RoundId Round { get; set; }

    /// <summary>
    /// Times that Sara offers Omar, a meeting they had, and one of Bilal and Nida, once <see cref="CastMet"/> has put them.
    /// </summary>
    public Rabta.Meetings.MeetingId Meeting { get; set; }
    public Rabta.Meetings.MeetingId HeldMeeting { get; set; }
    public Rabta.Meetings.MeetingId OthersMeeting { get; set; }

    /// <summary>What Omar had asked Sara and Nida Bilal, once <see cref="CastWishes"/> has put it.</summary>
    public MentorRequestId Request { get; set; }
    public MentorRequestId OthersRequest { get; set; }

    /// <summary>Two lists that wait to be looked at, once <see cref="CastDrafts"/> has put them.</summary>
    public ImportDraftId Draft { get; set; }

    /// <summary>Omar's goal and Sara's suggestion, and Nida's and Bilal's, once <see cref="CastGoals"/> has put them.</summary>
    public GoalId Goal { get; set; }
    public GoalSuggestionId Suggestion { get; set; }
    public GoalId OthersGoal { get; set; }
    public GoalSuggestionId OthersSuggestion { get; set; }

    /// <summary>
    /// Puts everyone into the world's current institution. Everybody has confirmed what the college gave, nobody has accepted.
    /// </summary>
    /// <param name="mark">Stands in every personal field, for those who look where it shows.</param>
    public static async Task<Cast> In(World world, string mark = "", Func<string, string>? letters = null)
    {
        var write = letters ?? (text => text);
        Person Make(string name, string urdu, string about) =>
            new(write($"{name} {mark}".Trim()), $"{name.ToLowerInvariant()}@{mark}college.test")
            {
                Names = Both.Urdu(letters is null ? urdu + mark : write(urdu)),
                Number = $"{mark}{name.Length}-{(int)name[0]}",
                Phone = "0300 1234567",
                ConfirmedAt = world.Clock.Now,
                FirstSignedIn = world.Clock.Now,
                ListedName = write(name),
                About = write(about + mark),
                Hopes = write("To be heard" + mark),
            };
        var programme = new Programme(Both.Of(write($"Hamqadam {mark}".Trim()), letters is null ? $"ہم قدم {mark}".Trim() : null))
        {
            Purpose = letters is null ? Both.Usual.Purpose : Both.Of(write("Purpose")),
            IsNot = letters is null ? Both.Usual.IsNot : Both.Of(write("Not this")),
            PlacesPerMentor = 4,
            MenteesMayAsk = true,
            TurnTo = Both.Of(write("Tahira Aslam")),
            TurnToPhone = "051 111",
        };
        var cohort = new Cohort(programme.Id, Both.Of("2026–27"), 2026);
        var huda = Make("Huda", "ہدیٰ", "I coordinate");
        huda.Duties = Duties.Coordinator;
        var (sara, bilal) = (Make("Sara", "سارہ", "I teach"), Make("Bilal", "بلال", "I operate"));
        var (omar, amal, nida, zara) = (
            Make("Omar", "عمر", "I read"),
            Make("Amal", "امل", "I draw"),
            Make("Nida", "ندا", "I sing"),
            Make("Zara", "زارا", "I wait")
        );
        Mentorship Pair(Person mentor, Person mentee) =>
            new(
                programme.Id,
                cohort.Id,
                mentor.Id,
                mentee.Id,
                [new(ReasonKind.MenteesWish, Rank: 1), new(ReasonKind.Shared, Both.Of(write("Languages")), [write("Urdu")])],
                null,
                world.Clock.Now
            );
        var cast = new Cast
        {
            Programme = programme,
            Cohort = cohort,
            Huda = huda,
            Sara = sara,
            Bilal = bilal,
            Omar = omar,
            Amal = amal,
            Nida = nida,
            Zara = zara,
            SaraOmar = Pair(sara, omar),
            SaraAmal = Pair(sara, amal),
            BilalNida = Pair(bilal, nida),
        };
        await world.Put(
            programme,
            cohort,
            new GroundRules(programme.Id, 1, letters is null ? Both.Usual.Rules : Both.Of(write("Be kind")), world.Clock.Now),
            huda,
            sara,
            bilal,
            omar,
            amal,
            nida,
            zara,
            Enrols(sara, Rabta.Programmes.ProgrammeRole.Mentor),
            Enrols(bilal, Rabta.Programmes.ProgrammeRole.Mentor),
            Enrols(omar, Rabta.Programmes.ProgrammeRole.Mentee, cast.OmarsPart),
            Enrols(amal, Rabta.Programmes.ProgrammeRole.Mentee),
            Enrols(nida, Rabta.Programmes.ProgrammeRole.Mentee, cast.NidasPart),
            Enrols(zara, Rabta.Programmes.ProgrammeRole.Mentee),
            cast.SaraOmar,
            cast.SaraAmal,
            cast.BilalNida
        );
        return cast;

        Enrolment Enrols(Person person, ProgrammeRole role, EnrolmentId? id = null) =>
            new()
            {
                Id = id ?? Ids.New<EnrolmentId>(),
                CohortId = cohort.Id,
                PersonId = person.Id,
                Role = role,
            };
    }
}
