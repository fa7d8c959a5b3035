namespace Rabta.Platform.Database;

/// <summary>This reference has no foreign key, and why. Without the reason a test refuses it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoKeyAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}
