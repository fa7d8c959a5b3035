using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Database;
using Rabta.Platform.Language;

namespace Rabta.Mentorships.Waiting;

/// <summary>One of the two asked something of the coordinator.</summary>
public abstract class Asks(RabtaDb db, ReaderDays days, ChangeKind kind) : WaitKind
{
    private Dictionary<MentorshipId, PersonId> _askers = [];

    public override Type Texts => typeof(Mentorships.Texts);

    public override bool RestsWhileAway => false;

    public override IQueryable<WaitingSince> Which(Instant now)
    {
        var urgency = Urgency;
        return db
            .ChangeRequests.Where(c => c.SettledAt == null && c.Kind == kind)
            .GroupBy(c => c.MentorshipId)
            .Select(g => new WaitingSince
            {
                Pair = g.Key,
                Urgency = urgency,
                Since = g.Min(c => c.At),
            });
    }

    public override async Task Read(IReadOnlyList<Mentorship> pairs, CancellationToken stop)
    {
        var ids = pairs.Select(p => p.Id).ToList();
        var asked = await db
            .ChangeRequests.Where(c => c.SettledAt == null && c.Kind == kind && ids.Contains(c.MentorshipId))
            .OrderBy(c => c.At)
            .Select(c => new { c.MentorshipId, c.By })
            .ToListAsync(stop);
        _askers = asked.GroupBy(c => c.MentorshipId).ToDictionary(g => g.Key, g => g.First().By);
    }

    public override Words What(WaitingPair waiting, int days) => new($"wait.{Name}", waiting.NameOf(Asker(waiting)));

    public override Words Why(WaitingPair waiting) =>
        days.Ago("wait.asked", waiting.Since, waiting.NameOf(waiting.Pair.Other(Asker(waiting))));

    public override Offer? Offers(WaitingPair waiting) => new(new("arrange.change"), $"/mentorships/{waiting.Pair.Id.Value}/arrange");

    private PersonId Asker(WaitingPair waiting) => _askers.GetValueOrDefault(waiting.Pair.Id, waiting.Pair.MenteeId);
}

public sealed class AsksForChange(RabtaDb db, ReaderDays days) : Asks(db, days, ChangeKind.Change)
{
    public override string Name => nameof(AsksForChange);
    public override string InPath => "asks-for-change";
    public override int Urgency => 10;
}

/// <summary>Said before accepting: someone else should.</summary>
public sealed class CantTakeOn(RabtaDb db, ReaderDays days) : Asks(db, days, ChangeKind.CantTakeOn)
{
    public override string Name => nameof(CantTakeOn);
    public override string InPath => "cant-take-on";
    public override int Urgency => 20;
}
