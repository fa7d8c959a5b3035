namespace Rabta.Programmes;

/// <summary>A programme has a new version of its ground rules.</summary>
public sealed record GroundRulesChanged(ProgrammeId Programme, int Version);
