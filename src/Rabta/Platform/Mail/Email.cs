using System.Globalization;
using MimeKit;
using NodaTime;
using Rabta.Platform.Access;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Mail;

/// <summary>One mail as it leaves: plain text, as every phone and every line can show it.</summary>
/// <param name="Id">Becomes the Message-ID, so that a mail sent twice after a crash is known as one.</param>
/// <param name="With">A file that goes with it, for example a calendar entry.</param>
public sealed record Email(Guid Id, string To, string ToName, string Subject, string Body, Attachment? With = null)
{
    /// <summary>The name it comes from; Rabta where none is given.</summary>
    public string? FromName { get; init; }

    /// <summary>Where an answer arrives.</summary>
    public string? ReplyTo { get; init; }
}

public sealed record Attachment(string Name, string ContentType, string Text);

/// <summary>A module's file for a mail about its news, made as the mail leaves.</summary>
public interface IAttachToEmail
{
    /// <returns>Null where it has nothing to say to this kind of news.</returns>
    Task<Attachment?> Of(string kind, string path, PersonId to, CultureInfo language, CancellationToken stop);
}

/// <summary>
/// Makes a module's own link for a mail, where neither a page's address nor a sign-in link will do. It is made when the mail leaves.
/// </summary>
public interface IMakeLink
{
    /// <returns>A path of this server; null where this kind of news is not its own.</returns>
    Task<string?> Of(string kind, string path, CancellationToken stop);
}

/// <summary>The way out. Throws <see cref="EmailRefused"/> where trying again is of no use.</summary>
public interface ISendEmail
{
    Task Send(Email email, CancellationToken stop);
}

/// <summary>The other side said no for good.</summary>
public sealed class EmailRefused(string reason) : Exception(reason);

internal static class EmailFormat
{
    public static MimeMessage ToMime(this Email email, RabtaSettings settings, IClock clock)
    {
        var from = MailboxAddress.Parse(settings.MailFrom);
        var message = new MimeMessage(
            new[] { new MailboxAddress(email.FromName ?? "Rabta", from.Address) },
            new[] { new MailboxAddress(email.ToName, email.To) },
            email.Subject,
            BodyOf(email)
        )
        {
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{email.Id:N}@{from.Domain}"),
            Date = clock.GetCurrentInstant().ToDateTimeOffset(),
        };
        if (email.ReplyTo is { } replyTo)
            message.ReplyTo.Add(new MailboxAddress(email.FromName ?? "", replyTo));
        return message;
    }

    private static MimeEntity BodyOf(Email email)
    {
        var text = new TextPart("plain") { Text = email.Body };
        if (email.With is not { } with)
            return text;
        var type = ContentType.Parse(with.ContentType);
        var file = new TextPart(type.MediaSubtype)
        {
            Text = with.Text,
            FileName = with.Name,
            IsAttachment = true,
        };
        return new Multipart("mixed") { text, file };
    }
}
