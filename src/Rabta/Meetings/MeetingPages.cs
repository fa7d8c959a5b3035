namespace Rabta.Meetings;

/// <summary>The addresses of this module that others link to.</summary>
public static class MeetingPages
{
    public const string TermDates = "/term-dates";

    public static string Of(MeetingId meeting) => $"/meetings/{meeting.Value}";
}
