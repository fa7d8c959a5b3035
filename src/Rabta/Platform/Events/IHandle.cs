namespace Rabta.Platform.Events;

/// <summary>
/// A later module's answer to what a lower one tells. Runs in the teller's transaction: it happens with it or not at all.
/// </summary>
public interface IHandle<in TEvent>
{
    Task Handle(TEvent told, CancellationToken stop);
}

/// <summary>Tells the modules above what happened here.</summary>
public sealed class Events(IServiceProvider services)
{
    public async Task Tell<TEvent>(TEvent happened, CancellationToken stop)
        where TEvent : notnull
    {
        foreach (var handler in services.GetServices<IHandle<TEvent>>())
            await handler.Handle(happened, stop);
    }
}
