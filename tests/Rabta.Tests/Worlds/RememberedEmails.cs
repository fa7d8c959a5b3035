using System.Collections.Concurrent;
using Rabta.Platform.Mail;

namespace Rabta.Tests.Worlds;

/// <summary>A post that remembers instead of sending.</summary>
public sealed class RememberedEmails : ISendEmail
{
    private readonly ConcurrentQueue<Email> _sent = [];

    public IReadOnlyList<Email> Sent => [.. _sent];

    /// <summary>What happens before a letter is taken; throw to refuse it.</summary>
    public Action<Email> Before { get; set; } = _ => { };

    public Task Send(Email email, CancellationToken stop)
    {
        Before(email);
        _sent.Enqueue(email);
        return Task.CompletedTask;
    }

    /// <summary>The link in the newest letter to this address.</summary>
    public string LinkTo(string address) =>
        Sent.Last(l => l.To == address).Body.Split('\n').First(l => l.StartsWith("http", StringComparison.Ordinal)).Trim();
}
