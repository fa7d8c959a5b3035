namespace Rabta.Platform.Events;

/// <summary>
/// A higher module's reaction to an event of a lower one. It runs in the transaction of whoever publishes the event: both happen, or
/// neither.
/// </summary>
public interface IHandle<in TEvent>
{
    Task Handle(TEvent told, CancellationToken stop);
}

/// <summary>Tells the modules above what happened here.</summary>
public sealed class Events(IServiceProvider services)
{
    public async Task Publish<TEvent>(TEvent happened, CancellationToken stop)
        where TEvent : notnull
    {
        foreach (var handler in services.GetServices<IHandle<TEvent>>())
            await handler.Handle(happened, stop);
    }
}
