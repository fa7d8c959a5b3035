using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using MimeKit;
using Rabta.Tests.Worlds;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Rabta.Tests.Faults;

/// <summary>A real SMTP server in the test, which keeps what came in.</summary>
/// <param name="slow">It takes this long twice: before a mail counts as arrived, and again before it says so.</param>
internal sealed class CountingPost(TimeSpan slow = default) : MessageStore, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(string Id, string To)> _arrived = [];
    private Task _running = Task.CompletedTask;

    public IReadOnlyList<(string Id, string To)> Arrived => [.. _arrived];
    public string Address { get; private set; } = "";

    public static CountingPost Start(TimeSpan slow = default)
    {
        var post = new CountingPost(slow);
        var port = PostgresServer.FreePort();
        post.Address = $"smtp://127.0.0.1:{port}";
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(post);
        post._running = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder()
                .ServerName("post.test")
                .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, port)))
                .Build(),
            services
        ).StartAsync(post._stop.Token);
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

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException) { }
        _stop.Dispose();
    }
}
