using Microsoft.Extensions.Configuration;
using Rabta.Platform.Settings;

namespace Rabta.Tests.Platform.Settings;

public sealed class RabtaSettingsTests
{
    [Theory]
    [InlineData("postgres", "Host=db;Database=r", true, "Host=db;Database=r")]
    [InlineData("PostgreSQL", "Host=db", true, "Host=db")]
    [InlineData("Host=db;Username=r", null, true, "Host=db;Username=r")]
    [InlineData("sqlite", null, false, null)]
    [InlineData(null, null, false, null)]
    public void The_database_is_told_by_its_kind_or_by_its_connection(string? database, string? connection, bool postgres, string? used)
    {
        var (settings, problems) = Read(("Database", database), ("Connection", connection));

        Assert.Empty(problems);
        Assert.Equal((postgres, used), (settings.IsPostgres, settings.Connection));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var (_, problems) = Read(("Database", "oracle"), ("Mail", "nowhere"), ("PublicAddress", "college"), ("MailsPerMinute", "many"));

        Assert.Equal(["setting.address", "setting.database", "setting.mail", "setting.number"], problems.Select(p => p.Key).Order());
    }

    [Theory]
    [InlineData("https://rabta.test", "smtp://mail.test", true, true)]
    [InlineData("http://rabta.test", "file", true, false)]
    [InlineData(null, "file", false, false)]
    [InlineData("https://rabta.test", null, false, true)]
    public void Without_an_address_or_mail_nothing_is_published_and_without_TLS_no_cookie_is_bound(
        string? address,
        string? mail,
        bool publishes,
        bool secure
    )
    {
        var (settings, _) = Read(("PublicAddress", address), ("Mail", mail));

        Assert.Equal((publishes, secure), (settings.CanPublish, settings.SecureCookies));
    }

    private static (RabtaSettings Settings, IReadOnlyList<SettingProblem> Problems) Read(params (string Key, string? Value)[] given) =>
        RabtaSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(given.Where(g => g.Value is not null).ToDictionary(g => $"Rabta:{g.Key}", g => g.Value))
                .Build()
        );
}
