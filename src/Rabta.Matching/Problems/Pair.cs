namespace Rabta.Matching.Problems;

/// <summary>A mentee's key and a mentor's key.</summary>
public readonly record struct Pair(string Mentee, string Mentor);

/// <summary>Two humans, by person key, who are never paired, whichever of them would be the mentor.</summary>
public readonly record struct Conflict(string OnePerson, string OtherPerson);

/// <summary>Somebody who knows both says they would suit each other; the id leads back to who and why.</summary>
public readonly record struct Recommendation(string Mentee, string Mentor, string Id);
