using MailKit.Net.Smtp;
using MailKit.Security;
using NodaTime;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Mail;

/// <summary>
/// Sends through any SMTP server, with one connection for each mail: that is cheap at the set rate, and a broken connection affects one
/// mail.
/// </summary>
public sealed class SmtpEmails(RabtaSettings settings, IClock clock) : ISendEmail
{
    public async Task Send(Email email, CancellationToken stop)
    {
        var server = new Uri(settings.Mail!);
        using var client = new SmtpClient { Timeout = 20_000 };
        var security = server.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable;
        await client.ConnectAsync(server.Host, PortOf(server), security, stop);
        if (server.UserInfo.Split(':', 2) is [var user, var password])
            await client.AuthenticateAsync(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password), stop);
        try
        {
            await client.SendAsync(email.ToMime(settings, clock), stop);
        }
        // Only a refused recipient is final. After a full quota or a refused sender the mail is tried again.
        catch (SmtpCommandException refused)
            when (refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500)
        {
            throw new EmailRefused($"{(int)refused.StatusCode}");
        }
        await client.DisconnectAsync(true, stop);
    }

    /// <summary>
    /// The port that is written, also 25; where none is, the one for handing in mail: RFC 6409, with TLS from the start RFC 8314.
    /// </summary>
    internal static int PortOf(Uri server) =>
        server.OriginalString.TrimEnd('/').EndsWith($":{server.Port}", StringComparison.Ordinal) ? server.Port
        : server.Scheme == "smtps" ? 465
        : 587;
}
