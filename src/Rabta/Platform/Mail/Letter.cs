using System.Globalization;
using MimeKit;
using NodaTime;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Mail;

/// <summary>One mail as it leaves: plain text, as every phone and every line can show it.</summary>
/// <param name="Id">Becomes the Message-ID, so that a mail sent twice after a crash is known as one.</param>
public sealed record Letter(Guid Id, string To, string ToName, string Subject, string Body);

/// <summary>The way out. Throws <see cref="LetterRefused"/> where trying again is of no use.</summary>
public interface ISendLetters
{
    Task Send(Letter letter, CancellationToken stop);
}

/// <summary>The other side said no for good.</summary>
public sealed class LetterRefused(string reason) : Exception(reason);

internal static class LetterFormat
{
    public static MimeMessage ToMime(this Letter letter, RabtaSettings settings, IClock clock)
    {
        var from = MailboxAddress.Parse(settings.MailFrom);
        var message = new MimeMessage(
            new[] { new MailboxAddress("Rabta", from.Address) },
            new[] { new MailboxAddress(letter.ToName, letter.To) },
            letter.Subject, new TextPart("plain") { Text = letter.Body })
        {
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{letter.Id:N}@{from.Domain}"),
            Date = clock.GetCurrentInstant().ToDateTimeOffset(),
        };
        return message;
    }
}
