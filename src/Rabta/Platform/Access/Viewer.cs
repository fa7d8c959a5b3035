namespace Rabta.Platform.Access;

/// <summary>Who is looking. Filled once a request, before anything is decided.</summary>
public sealed class Viewer
{
    public PersonId? Person { get; private set; }
    public string Name { get; private set; } = "";
    public bool IsStaff { get; private set; }
    public string? Zone { get; private set; }

    public bool IsSignedIn => Person is not null;
    public PersonId Id => Person ?? throw new InvalidOperationException("Nobody is signed in.");

    public void Is(PersonId person, string name, bool staff, string? zone)
    {
        Person = person;
        Name = name;
        IsStaff = staff;
        Zone = zone;
    }

    public bool May(Need need) =>
        need switch
        {
            Need.Nothing => true,
            Need.SignedIn => IsSignedIn,
            Need.Staff => IsStaff,
            _ => false,
        };
}

/// <summary>The module that knows people tells who an account belongs to.</summary>
public interface IRecognise
{
    Task Recognise(Viewer viewer, System.Security.Claims.ClaimsPrincipal signedIn, CancellationToken stop);
}
