using Rabta.Platform.Access;

namespace Rabta.Platform.Design;

/// <summary>One entry of the bar. Modules add their own; what does not work yet has none.</summary>
/// <param name="Order">Left to right, top to bottom.</param>
/// <param name="Text">A key of the module's texts.</param>
public sealed record BarItem(int Order, string Href, string Icon, Type Texts, string Text, Func<Viewer, bool> For);
