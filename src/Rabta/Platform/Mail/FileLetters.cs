using NodaTime;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Mail;

/// <summary>Mails as files, for the demo and for development. The same mail again takes the same name.</summary>
public sealed class FileLetters(RabtaSettings settings, IClock clock) : ISendLetters
{
    public async Task Send(Letter letter, CancellationToken stop)
    {
        Directory.CreateDirectory(settings.Path("mail"));
        await letter.ToMime(settings, clock).WriteToAsync(settings.Path($"mail/{letter.Id:N}.eml"), stop);
    }
}
