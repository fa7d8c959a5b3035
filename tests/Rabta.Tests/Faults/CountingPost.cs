using System.Buffers;
using System.Collections.Concurrent;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Rabta.Tests.Faults;

/// <summary>A real SMTP server in the test, which keeps what came in.</summary>
/// <param name="slow">It takes this long twice: before a mail counts as arrived, and again before it says so.</param>
internal sealed class CountingPost(TimeSpan slow = default) : MessageStore, IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Id, string To)> _arrived = [];
    private SmtpOnLoopback _server = null!;

    public IReadOnlyList<(string Id, string To)> Arrived => [.. _arrived];
    public string Address => $"smtp://127.0.0.1:{_server.Port}";

    public static CountingPost Start(TimeSpan slow = default)
    {
        var post = new CountingPost(slow);
        post._server = new(services => services.Add(post));
        return post;
    }

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        using var message = await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), CancellationToken.None);
        await Task.Delay(slow, CancellationToken.None);
        _arrived.Enqueue((message.MessageId!, message.To.Mailboxes.Single().Address));
        await Task.Delay(slow, CancellationToken.None);
        return SmtpResponse.Ok;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
