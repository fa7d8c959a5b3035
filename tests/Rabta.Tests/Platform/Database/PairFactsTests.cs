using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using Rabta.Care;
using Rabta.Meetings;
using Rabta.Platform.Database;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Platform.Database;

/// <summary>What stood on a pair itself is not lost when it moves to the modules that own it.</summary>
public sealed class PairFactsTests
{
    private const string Before = "NamesByLanguage";

    [Theory, OnBoth]
    public async Task A_database_of_before_keeps_what_is_known_of_its_pairs(Engine on)
    {
        await using var world = await World.On(on);
        var cast = await Cast.In(world);
        var at = Instant.FromUtc(2026, 9, 1, 12, 0);
        var (moment, day) =
            on == Engine.Postgres
                ? ("'2026-09-01 12:00+00'::timestamptz", "DATE '2026-10-02'")
                : ($"{at.ToUnixTimeTicks() / 10}", "'2026-10-02'");
        var (omar, nida) = (Id(on, cast.SaraOmar.Id.Value), Id(on, cast.BilalNida.Id.Value));

        await world.Do(get => ((RabtaDb)get.GetService(typeof(RabtaDb))!).Database.GetService<IMigrator>().MigrateAsync(Before));
        await Sql(
            world,
            $"""
            UPDATE mentorships SET "MeetBy" = {moment}, "FirstMetAt" = {moment}, "LastMetAt" = {moment}, "LinesFailed" = 2,
            "LineFailedAt" = {moment}, "WaivedAt" = {moment}, "WaivedBy" = {Id(on, cast.Huda.Id.Value)}, "WaiverReason" = 'Two cities'
            WHERE "Id" = {omar}
            """
        );
        await Sql(
            world,
            $"""UPDATE mentorships SET "RemindedAt" = {moment}, "TalkOn" = {day}, "RestsUntil" = {moment} WHERE "Id" = {nida}"""
        );
        await Sql(
            world,
            $"""
            INSERT INTO reminders ("Id", "InstitutionId", "PersonId", "MentorshipId", "Kind", "By", "At") SELECT {Id(on, Ids.Source())},
            "InstitutionId", "MenteeId", "Id", 3, "MentorId", {moment} FROM mentorships WHERE "Id" = {nida}
            """
        );
        await world.Do(get => get.Migrate(default));

        var meetings = await world.MeetingsOf(cast.SaraOmar);
        Assert.Equal((at, at, at), (meetings.MeetBy, meetings.FirstMetAt, meetings.LastMetAt));
        Assert.Equal((2, at), (meetings.ConnectionsFailed, meetings.ConnectionFailedAt));
        Assert.Equal((at, cast.Huda.Id, "Two cities"), (meetings.WaivedAt, meetings.WaivedBy, meetings.WaiverReason));
        var care = await world.Ask(db => db.PairCare.SingleAsync());
        Assert.Equal(cast.BilalNida.Id, care.MentorshipId);
        Assert.Equal((at, new LocalDate(2026, 10, 2), at), (care.RemindedAt, care.TalkOn, care.SnoozedUntil));
        Assert.Equal("NotMet", await world.Ask(db => db.Reminders.Select(r => r.About).SingleAsync()));
        Assert.Equal(1, await world.Ask(db => db.PairMeetings.CountAsync()));
    }

    private static string Id(Engine on, Guid id) => on == Engine.Postgres ? $"'{id}'::uuid" : $"'{id.ToString().ToUpperInvariant()}'";

    private static Task<int> Sql(World world, string sql) => world.Ask(db => db.Database.ExecuteSqlRawAsync(sql));
}
