namespace Rabta.Platform.Language;

/// <summary>The texts that belong to no module: frame, errors, dates.</summary>
public sealed class PlatformTexts;
