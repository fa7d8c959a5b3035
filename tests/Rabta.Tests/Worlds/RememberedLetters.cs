using System.Collections.Concurrent;
using Rabta.Platform.Mail;

namespace Rabta.Tests.Worlds;

/// <summary>A post that remembers instead of sending.</summary>
public sealed class RememberedLetters : ISendLetters
{
    private readonly ConcurrentQueue<Letter> _sent = [];

    public IReadOnlyList<Letter> Sent => [.. _sent];

    /// <summary>What happens before a letter is taken; throw to refuse it.</summary>
    public Action<Letter> Before { get; set; } = _ => { };

    public Task Send(Letter letter, CancellationToken stop)
    {
        Before(letter);
        _sent.Enqueue(letter);
        return Task.CompletedTask;
    }

    /// <summary>The link in the newest letter to this address.</summary>
    public string LinkTo(string address) =>
        Sent.Last(l => l.To == address).Body.Split('\n').First(l => l.StartsWith("http", StringComparison.Ordinal)).Trim();
}
