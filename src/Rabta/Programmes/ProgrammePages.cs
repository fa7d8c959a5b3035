namespace Rabta.Programmes;

/// <summary>The addresses of this module that others link to.</summary>
public static class ProgrammePages
{
    public const string New = "/programmes/new",
        People = "/people";

    /// <summary>Where staff see what becomes of the pairs of somebody who leaves.</summary>
    public static string Leave(EnrolmentId enrolment) => $"/enrolments/{enrolment.Value}/leave";

    public static string Of(ProgrammeId programme) => $"/programmes/{programme.Value}";
}
