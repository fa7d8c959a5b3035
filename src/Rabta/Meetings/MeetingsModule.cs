namespace Rabta.Meetings;

public static class MeetingsModule
{
    public static void AddMeetings(this IServiceCollection services)
    {
    }
}
