namespace Rabta.Platform.Institutions;

/// <summary>The IANA time zone of an institution that names none. The composition says which.</summary>
public sealed record DefaultZone(string Id);
