using System.Reflection;
using NodaTime;
using Rabta.Meetings;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls.Modules;

public sealed class MeetingsWalled : WalledModule
{
    public override IEnumerable<(string Canary, PropertyInfo Field)> Canaries =>
        [
            In<Meeting>("CanaryPlace", m => m.Place),
            In<Meeting>("CanaryMessage", m => m.Message),
            In<Meeting>("canarylink", m => m.Link),
            In<Meeting>("CanaryShared", m => m.SharedNote),
            In<OwnNote>("CanaryOwnNote", n => n.Text),
            In<TalkingPoint>("CanaryPoint", p => p.Text),
            In<PairMeetings>("CanaryWaiver", m => m.WaiverReason),
        ];

    public override async Task Fill(RabtaDb db, World world, Cast cast, Person omar)
    {
        var (now, day) = (world.Clock.Now, Duration.FromDays(1));
        var held = Offer(new(MeetingFormat.InPerson, "CanaryPlace", null, null, [now - day]));
        held.Take(held.Times[0], cast.Sara.Id, now);
        held.Told(
            [
                new MeetingAnswer
                {
                    MeetingId = held.Id,
                    By = omar.Id,
                    Outcome = Outcome.Held,
                },
            ],
            omar.Id,
            now
        );
        held.Note("CanaryShared", omar.Id);
        held.FollowedAt = now;
        db.AddRange(
            held,
            Offer(new(MeetingFormat.Online, null, "https://canarylink.example/x", "CanaryMessage", [now + day])),
            new OwnNote
            {
                MeetingId = held.Id,
                By = omar.Id,
                Text = "CanaryOwnNote",
            },
            new TalkingPoint
            {
                MentorshipId = cast.SaraOmar.Id,
                By = omar.Id,
                Text = "CanaryPoint",
                At = now,
            }
        );
        (await db.KeepMeetingsOf(cast.SaraOmar.Id, default)).Waive(cast.Huda.Id, "CanaryWaiver", now);

        Meeting Offer(Suggestion suggestion) => new(new(Ids.Source()), cast.SaraOmar.Id, suggestion, omar.Id, now);
    }
}
