namespace Rabta.Platform.Access;

/// <summary>Why a use case did not do it: a text key of its module, with what the sentence names. Never an exception.</summary>
public sealed record Refusal(string Key, params object[] Values);
