namespace Rabta.People;

/// <summary>A later module's part of the page on which a person sees what is known about them.</summary>
public interface IShowAboutMe
{
    Type Component { get; }
}
