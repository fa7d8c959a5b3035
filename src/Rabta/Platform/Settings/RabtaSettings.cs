using System.Globalization;
using Npgsql;

namespace Rabta.Platform.Settings;

/// <summary>How this server runs. From the environment (<c>Rabta__PublicAddress</c>), or from one file, <c>rabta.json</c>.</summary>
public sealed record RabtaSettings
{
    /// <summary><c>sqlite</c> (the default: one file in <see cref="Data"/>), or <c>postgres</c> with <see cref="Connection"/>.</summary>
    public string Database { get; init; } = "sqlite";
    public string? Connection { get; init; }

    /// <summary>The folder of everything this server keeps: database, copies put aside, mails as files.</summary>
    public string Data { get; init; } = "./data";

    /// <summary>Where people reach this server, for links in mails: <c>https://mentoring.college.example</c>.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>
    /// <c>smtp://user:password@host:587</c>; <c>file</c> writes mails as files and shows them under /mail, for trying out.
    /// </summary>
    public string? Mail { get; init; }
    public string MailFrom { get; init; } = "rabta@localhost";
    public int MailsPerMinute { get; init; } = 300;

    /// <summary>How long a mail is held while it is being sent. After a crash it goes out again this much later.</summary>
    public int MailHoldSeconds { get; init; } = 60;

    /// <summary>Turns on a made-up language that brackets every text: a text without brackets was forgotten.</summary>
    public bool PseudoLanguage { get; init; }

    /// <summary>Invented data: links never expire, and every page says that it is invented.</summary>
    public bool Demo { get; init; }

    /// <summary>The style page and the mail viewer are open, cookies need no TLS.</summary>
    public bool AtHome { get; init; }

    public bool IsPostgres =>
        Database.Equals("postgres", StringComparison.OrdinalIgnoreCase)
        || Database.Equals("postgresql", StringComparison.OrdinalIgnoreCase);

    /// <summary>Shows mails on a page. Only where no mail goes to a real person.</summary>
    public bool ShowsMails => MailsAreFiles && (Demo || AtHome);
    public bool MailsAreFiles => string.Equals(Mail, "file", StringComparison.OrdinalIgnoreCase);

    /// <summary>Wherever TLS is, cookies are bound to it and to this host.</summary>
    public bool SecureCookies => PublicAddress?.Scheme == "https";
    public bool CanPublish => PublicAddress is not null && Mail is not null;

    public string Path(string name) => System.IO.Path.Combine(Data, name);

    /// <summary>Reads the settings and says in plain words what is wrong with them, all at once.</summary>
    public static (RabtaSettings Settings, IReadOnlyList<SettingProblem> Problems) Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Rabta");
        var problems = new List<SettingProblem>();
        var settings = new RabtaSettings
        {
            // A connection string given as the kind of database can only mean PostgreSQL.
            Database = IsConnection(section["Database"]) ? "postgres" : section["Database"] ?? "sqlite",
            Connection = IsConnection(section["Database"]) ? section["Database"] : section["Connection"],
            Data = section["Data"] ?? "./data",
            PublicAddress = Address(section["PublicAddress"], problems),
            Mail = section["Mail"],
            MailFrom = section["MailFrom"] ?? "rabta@localhost",
            MailsPerMinute = Number("MailsPerMinute", section["MailsPerMinute"], 300, problems),
            MailHoldSeconds = Number("MailHoldSeconds", section["MailHoldSeconds"], 60, problems),
            PseudoLanguage = bool.TryParse(section["PseudoLanguage"], out var pseudo) && pseudo,
            Demo = bool.TryParse(section["Demo"], out var demo) && demo,
            AtHome = bool.TryParse(section["AtHome"], out var atHome) && atHome,
        };
        if (!settings.IsPostgres && !settings.Database.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            problems.Add(new("setting.database", settings.Database));
        if (settings.IsPostgres && !IsConnection(settings.Connection))
            problems.Add(new("setting.connection"));
        if (
            settings.Mail is { } mail
            && !settings.MailsAreFiles
            && !(Uri.TryCreate(mail, UriKind.Absolute, out var smtp) && smtp.Scheme is ("smtp" or "smtps"))
        )
            problems.Add(new("setting.mail"));
        return (settings, problems);
    }

    private static bool IsConnection(string? text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is not null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return false;
        }
    }

    private static Uri? Address(string? text, List<SettingProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"))
            return address;
        problems.Add(new("setting.address", text));
        return null;
    }

    private static int Number(string name, string? text, int otherwise, List<SettingProblem> problems)
    {
        if (text is null)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        problems.Add(new("setting.number", text, name));
        return otherwise;
    }
}

/// <summary>One thing wrong with the settings: a text key and what it names.</summary>
public sealed record SettingProblem(string Key, params object[] Values);
