using NodaTime;
using Rabta.Platform.Settings;

namespace Rabta.Platform.Mail;

/// <summary>Mails as files, for the demo and for development. The same mail again takes the same name.</summary>
public sealed class FileLetters(RabtaSettings settings, IClock clock) : ISendLetters
{
    public async Task Send(Letter letter, CancellationToken stop)
    {
        DataFolder.Create(settings.Path("mail"));
        await using var file = DataFolder.Open(settings.Path($"mail/{letter.Id:N}.eml"), FileMode.Create);
        await letter.ToMime(settings, clock).WriteToAsync(file, stop);
    }
}
