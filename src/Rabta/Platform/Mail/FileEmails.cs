using NodaTime;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Mail;

/// <summary>Mails as files, for the demo and for development. The same mail again takes the same name.</summary>
public sealed class FileEmails(RabtaSettings settings, IClock clock) : ISendEmail
{
    public async Task Send(Email email, CancellationToken stop)
    {
        DataFolder.Create(settings.Path("mail"));
        await using var file = DataFolder.Open(settings.Path($"mail/{email.Id:N}.eml"), FileMode.Create);
        await email.ToMime(settings, clock).WriteToAsync(file, stop);
    }
}
