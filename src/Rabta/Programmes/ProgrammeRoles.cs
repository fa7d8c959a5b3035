namespace Rabta.Programmes;

/// <summary>The part somebody has in a cohort. Many have both.</summary>
[Flags]
public enum ProgrammeRoles
{
    None = 0,
    Mentor = 1,
    Mentee = 2,
    Both = Mentor | Mentee,
}
