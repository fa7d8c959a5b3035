using Microsoft.AspNetCore.Components;

namespace Rabta.Platform.Design;

/// <summary>A link that a module puts on a page of a module below it, which does not know the address.</summary>
/// <param name="Page">The page that shows it.</param>
/// <param name="Href">From the id that the page is about; a page about nothing in particular passes an empty one.</param>
/// <param name="Text">A key of the module's texts; a page that says more about a link takes <see cref="What"/> too.</param>
public sealed record LinkOn(Type Page, Func<Guid, string> Href, Type Texts, string Text)
{
    /// <summary>A key: what the link is for.</summary>
    public string What => $"{Text}.what";
}

public static class LinksOnPages
{
    /// <summary>Those that stand on this page.</summary>
    public static IEnumerable<LinkOn> On(this IEnumerable<LinkOn> links, IComponent page) => links.Where(l => l.Page == page.GetType());
}
