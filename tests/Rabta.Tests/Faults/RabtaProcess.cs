using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Rabta.Platform.Settings;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Faults;

/// <summary>The real program as a process of its own, from the built dll, that can be frozen and killed at any instant.</summary>
internal sealed class RabtaProcess : IAsyncDisposable
{
    private const int SigStop = 19;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _out = [],
        _aside = [];

    private RabtaProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _out.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _aside.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasEnded => _process.HasExited;
    public string Out => string.Join('\n', _out).Trim();
    public string Aside => string.Join('\n', _aside).Trim();

    public static RabtaProcess Start(RabtaSettings settings, params string[] args)
    {
        // No terminal and no rabta.json of whoever runs the tests: everything it knows stands here.
        var start = new ProcessStartInfo("dotnet", [typeof(Composition).Assembly.Location, .. args, "--data", settings.Data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = settings.Data,
        };
        void Set(string name, string? value) => start.Environment[$"Rabta__{name}"] = value;
        Set(nameof(settings.Database), settings.Database);
        Set(nameof(settings.Connection), settings.Connection);
        Set(nameof(settings.PublicAddress), settings.PublicAddress?.ToString());
        Set(nameof(settings.Mail), settings.Mail);
        Set(nameof(settings.MailsPerMinute), settings.MailsPerMinute.ToString(CultureInfo.InvariantCulture));
        Set(nameof(settings.MailHoldSeconds), settings.MailHoldSeconds.ToString(CultureInfo.InvariantCulture));
        return new(Process.Start(start.ForSeconds())!);
    }

    /// <summary>A server that answers.</summary>
    public static async Task<RabtaProcess> Serve(RabtaSettings settings, string address)
    {
        var server = Start(settings, "serve", "--urls", address);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await Wait.Until(
            $"{address} answers",
            async () =>
            {
                if (server.HasEnded)
                    throw new InvalidOperationException($"The server ended: {server.Out} {server.Aside}");
                try
                {
                    return (await client.GetAsync("/health/ready")).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            every: 50
        );
        return server;
    }

    /// <summary>Stops it dead where it is, so that one can look before it is killed. Nothing where it has ended already.</summary>
    public async Task Freeze()
    {
        if (HasEnded || Signal(_process.Id, SigStop) != 0)
            return;
        await Wait.Until("the process is frozen", () => Task.FromResult(HasEnded || Threads().All(state => state is "T" or "Z")));
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        if (!HasEnded)
            _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<int> End()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    // "1234 (.NET Worker) T 1 …": the state is what follows the name.
    private IEnumerable<string> Threads()
    {
        foreach (var thread in Directory.GetDirectories($"/proc/{_process.Id}/task"))
        {
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(thread, "stat"));
            }
            catch (IOException)
            {
                continue;
            }
            yield return line[(line.LastIndexOf(')') + 2)..][..1];
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }
}

/// <summary>Nothing here is timed: one asks again until it is so, and gives up only where it never will be.</summary>
internal static class Wait
{
    /// <param name="every">Milliseconds between two questions.</param>
    public static async Task Until(string what, Func<Task<bool>> isSo, int every = 5)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await isSo())
        {
            if (limit.IsCancellationRequested)
                throw new TimeoutException($"Never so: {what}");
            await Task.Delay(every);
        }
    }
}
