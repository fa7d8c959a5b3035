using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rabta.Care;
using Rabta.Meetings;
using Rabta.Mentorships;
using Rabta.People;
using Rabta.Platform.Database;
using Rabta.Programmes;

namespace Rabta.Tests.Worlds;

/// <summary>Pairs that need a person: Nida could not reach Bilal, Sara and Omar have not met, Amal has not accepted.</summary>
public static class CastWaiting
{
    /// <summary>Two days after the last day to meet, as the cast's programme counts.</summary>
    private static readonly Duration Later = Duration.FromDays(23);

    public static async Task PutWaiting(this World world, Cast cast)
    {
        await world.Accept(cast, cast.SaraOmar, cast.Sara, cast.Omar);
        await world.Accept(cast, cast.SaraAmal, cast.Sara);
        await world.Accept(cast, cast.BilalNida, cast.Bilal, cast.Nida);
        world.Clock.Pass(Later);
        await world.ChangeMeetings(cast.BilalNida, meetings => meetings.Record(null, null, 2, world.Clock.Now));
    }

    /// <summary>Nida and Bilal have not met; nobody else has accepted.</summary>
    public static async Task PutNotMet(this World world, Cast cast)
    {
        await world.Accept(cast, cast.BilalNida, cast.Bilal, cast.Nida);
        world.Clock.Pass(Later);
    }

    public static Task Accept(this World world, Cast cast, Mentorship pair, params Person[] people) =>
        world.Do(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            var row = await db.Mentorships.SingleAsync(m => m.Id == pair.Id);
            foreach (var person in people)
                if (row.Accept(person.Id, 1, world.Clock.Now))
                    (await db.KeepMeetingsOf(row.Id, default)).MayMeet(
                        world.Clock.Now + Duration.FromDays(cast.Programme.FirstMeetingDays)
                    );
            await db.SaveChangesAsync();
        });

    /// <summary>What is known of a pair, changed at once.</summary>
    public static Task Change(this World world, Mentorship pair, Action<Mentorship> change) =>
        world.Do(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            change(await db.Mentorships.SingleAsync(m => m.Id == pair.Id));
            await db.SaveChangesAsync();
        });

    /// <summary>What the meetings of a pair come to, changed at once.</summary>
    public static Task ChangeMeetings(this World world, Mentorship pair, Action<PairMeetings> change) =>
        world.Do(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            change(await db.KeepMeetingsOf(pair.Id, default));
            await db.SaveChangesAsync();
        });

    public static Task ChangeCare(this World world, Mentorship pair, Action<PairCare> change) =>
        world.Do(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            change(await db.KeepCareOf(pair.Id, default));
            await db.SaveChangesAsync();
        });

    public static async Task<PairMeetings> MeetingsOf(this World world, Mentorship pair) =>
        await world.Ask(db => db.PairMeetings.AsNoTracking().SingleOrDefaultAsync(m => m.MentorshipId == pair.Id)) ?? new(pair.Id);
}
