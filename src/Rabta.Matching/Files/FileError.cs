namespace Rabta.Matching.Files;

/// <summary>The first contradiction found in a problem file.</summary>
/// <param name="Code">One of <see cref="FileErrorCodes"/>.</param>
/// <param name="Message">One sentence that says what to do.</param>
/// <param name="At">A JSON Pointer (RFC 6901) to the offending value, or line and column where the file is no JSON.</param>
public sealed record FileError(string Code, string Message, string At);

/// <summary>The codes, in the order in which they are looked for.</summary>
public static class FileErrorCodes
{
    public const string BadFile = "bad-file";
    public const string UnknownId = "unknown-id";
    public const string DuplicateId = "duplicate-id";
    public const string BadCapacity = "bad-capacity";
    public const string PinForbidConflict = "pin-forbid-conflict";
    public const string PinCapacityConflict = "pin-capacity-conflict";

    public static IReadOnlyList<string> All { get; } =
    [BadFile, UnknownId, DuplicateId, BadCapacity, PinForbidConflict, PinCapacityConflict];
}

/// <summary>Carries a contradiction from where it is found to where it is told.</summary>
internal sealed class FileErrorException(FileError error) : Exception(error.Message)
{
    public FileError Error { get; } = error;

    public static FileErrorException Bad(string message, string at) => new(new(FileErrorCodes.BadFile, message, at));
}

/// <summary>JSON Pointers.</summary>
internal static class Pointer
{
    public static string Of(params IEnumerable<object> parts) =>
        string.Concat(
            parts.Select(part =>
                $"/{part.ToString()!.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"
            )
        );
}
