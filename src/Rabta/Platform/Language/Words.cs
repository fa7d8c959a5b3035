namespace Rabta.Platform.Language;

/// <summary>A sentence before anybody reads it: a text key of its module, and what the sentence names.</summary>
public sealed record Words(string Key, params object[] Values);
