using Microsoft.Extensions.DependencyInjection;
using Rabta.Care.Queueing;
using Rabta.Care.Reminding;
using Rabta.Goals.Waiting;
using Rabta.Meetings.Waiting;
using Rabta.Mentorships;
using Rabta.Mentorships.Waiting;
using Rabta.Platform.Access;

namespace Rabta.Tests.Worlds;

/// <summary>The names of what pairs wait for. A kind itself lives as long as its request.</summary>
public static class Waits
{
    public const string AsksForChange = nameof(AsksForChange),
        CantTakeOn = nameof(CantTakeOn),
        ConnectionFailed = nameof(ConnectionFailed),
        NotMet = nameof(NotMet),
        NotAccepted = nameof(NotAccepted),
        NoGoal = nameof(NoGoal);

    public static Task<Refusal?> Remind(this World world, MentorshipId pair, string kind, PersonId by) =>
        world.Use<IServiceProvider, Refusal?>(get => get.GetRequiredService<RemindPair>().Run(pair, get.Kind(kind), by, default));

    public static Task<Refusal?> RemindAll(this World world, string kind, PersonId by) =>
        world.Use<IServiceProvider, Refusal?>(get => get.GetRequiredService<RemindAll>().Run(get.Kind(kind), by, default));

    public static Task<QueuePage> Queue(this World world, string kind, PersonId viewer) =>
        world.Use<IServiceProvider, QueuePage>(get => get.GetRequiredService<SeeQueue>().Run(get.Kind(kind), 1, viewer, default));

    private static WaitKind Kind(this IServiceProvider get, string name) =>
        get.GetRequiredService<FindWaiting>().Kinds.Single(k => k.Name == name);
}
