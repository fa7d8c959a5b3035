using Rabta.Mentorships.Ending;
using Rabta.Platform.Database;
using Rabta.Platform.Events;

namespace Rabta.Care.Queueing;

/// <summary>A pair that asks for something is shown in the queue at once, even if it was reminded lately.</summary>
public sealed class ShowAtOnce(RabtaDb db) : IHandle<ChangeAsked>
{
    public async Task Handle(ChangeAsked told, CancellationToken stop) => (await db.KeepCareOf(told.Mentorship, stop)).Unsnooze();
}
