namespace Rabta.Care;

/// <summary>The texts of this module: <c>Texts.resx</c>, <c>Texts.ur.resx</c>.</summary>
public sealed class Texts;
