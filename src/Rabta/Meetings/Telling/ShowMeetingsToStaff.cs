using Rabta.Mentorships.Ending;

namespace Rabta.Meetings.Telling;

public sealed class ShowMeetingsToStaff : IShowToStaff
{
    public Type Component => typeof(MeetingsForStaff);
}
