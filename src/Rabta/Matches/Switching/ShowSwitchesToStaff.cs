using Rabta.Mentorships.Ending;

namespace Rabta.Matches.Switching;

public sealed class ShowSwitchesToStaff : IShowToStaff
{
    public Type Component => typeof(SwitchesForStaff);
}
