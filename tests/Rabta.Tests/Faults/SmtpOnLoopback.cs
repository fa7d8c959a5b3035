using System.Net;
using Rabta.Tests.Worlds;
using SmtpServer;

namespace Rabta.Tests.Faults;

/// <summary>A real SMTP server in the test, on a free port.</summary>
internal sealed class SmtpOnLoopback : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    /// <param name="does">What it does with mails, boxes and users.</param>
    /// <param name="door">How one gets in; without it anyone does.</param>
    public SmtpOnLoopback(Action<SmtpServer.ComponentModel.ServiceProvider> does, Action<EndpointDefinitionBuilder>? door = null)
    {
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        does(services);
        _running = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder()
                .ServerName("post.test")
                .Endpoint(e =>
                {
                    e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port));
                    door?.Invoke(e);
                })
                .Build(),
            services
        ).StartAsync(_stop.Token);
    }

    public int Port { get; } = PostgresServer.FreePort();

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
