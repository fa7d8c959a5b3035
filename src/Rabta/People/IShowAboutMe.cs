namespace Rabta.People;

/// <summary>A later module's part of the form in which a person sees and corrects what is known about them.</summary>
public interface IShowAboutMe
{
    /// <summary>Its fields. They stand in the one form of the page: a second form would lose what is typed in the first.</summary>
    Type Component { get; }
}
