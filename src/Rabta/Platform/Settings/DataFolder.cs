namespace Rabta.Platform.Settings;

/// <summary>
/// Protects what the server stores from other users of its machine: only its own user can open the folders (0700) and read or write the
/// files (0600).
/// </summary>
/// <remarks>Windows keeps a user's folders to that user by itself; there these methods only create.</remarks>
public static class DataFolder
{
    private const UnixFileMode ForFolders = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode ForFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    /// <summary>Creates the folder where it is missing, and takes the rights of others off all that is in it.</summary>
    /// <exception cref="OpenToOthers">Their rights could not be taken off: the folder or a file belongs to another user.</exception>
    public static void Close(string folder)
    {
        Create(folder);
        if (OperatingSystem.IsWindows())
            return;
        Narrow(folder, ForFolders);
        foreach (
            var path in Directory.EnumerateFileSystemEntries(
                folder,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }
            )
        )
            if (new FileInfo(path).LinkTarget is null)
                Narrow(path, Directory.Exists(path) ? ForFolders : ForFiles);
    }

    /// <summary>Creates a folder that only this user can open; one that is there stays as it is.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, ForFolders);
    }

    /// <summary>Opens a file for writing that only this user can read; creates it where it is missing.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share = FileShare.ReadWrite)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = ForFiles;
        return new FileStream(path, options);
    }

    /// <summary>Creates the file if it is missing, so that its next writer finds one that only this user can read.</summary>
    public static void Touch(string path)
    {
        using var _ = Open(path, FileMode.OpenOrCreate);
    }

    private static void Narrow(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            if ((File.GetUnixFileMode(path) & OfOthers) != 0)
                File.SetUnixFileMode(path, mode);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            // If another process has just deleted the file, nobody can read it.
            if (Path.Exists(path))
                throw new OpenToOthers(path);
        }
    }
}

/// <summary>Other users of this machine can read what this server stores, and it can't prevent it.</summary>
public sealed class OpenToOthers(string path) : Exception($"Others can read {path}.")
{
    public string Path { get; } = path;
}
