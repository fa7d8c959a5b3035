using Microsoft.Data.Sqlite;
using Rabta.Platform.Settings;
using Rabta.Tests.Home;

namespace Rabta.Tests.Platform.Settings;

/// <summary>What a server stores, no other user of its machine reads.</summary>
public sealed class DataFolderTests : IDisposable
{
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private readonly string _folder = Directory.CreateTempSubdirectory("rabta-data-").FullName;

    [Fact]
    public async Task A_command_closes_what_it_makes_and_what_was_open_before()
    {
        var data = Path.Combine(_folder, "data");
        Directory.CreateDirectory(Path.Combine(data, "aside"));
        await File.WriteAllTextAsync(Path.Combine(data, "aside", "old.db"), "", TestContext.Current.CancellationToken);

        var said = await RabtaProcess.Run(
            _folder,
            ["person", "add", "--name", "Huda", "--address", "huda@college.test", "--role", "coordinator", "--data", data]
        );

        Assert.Equal(0, said.Code);
        Assert.True(File.Exists(Path.Combine(data, "rabta.db")));
        Assert.Empty(Open(data));
    }

    [Fact]
    public async Task What_is_written_beside_a_database_is_as_closed_as_the_database()
    {
        var data = Path.Combine(_folder, "beside");
        DataFolder.Close(data);
        DataFolder.Touch(Path.Combine(data, "rabta.db"));
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "rabta.db")};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE t(x); INSERT INTO t VALUES (1);";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.True(File.Exists(Path.Combine(data, "rabta.db-wal")));
        Assert.Empty(Open(data));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_closed_is_refused_in_words()
    {
        // What belongs to the machine's administrator nobody else may change; the administrator may change everything.
        if (Environment.UserName == "root")
        {
            Assert.Throws<OpenToOthers>(() => DataFolder.Close("/proc/self/task"));
            return;
        }
        var said = await RabtaProcess.Run(_folder, ["migrate", "--data", "/usr/share"]);

        Assert.Equal(1, said.Code);
        Assert.Contains("Other users of this machine", said.Aside, StringComparison.Ordinal);
    }

    private static List<string> Open(string folder) =>
        [
            .. Directory
                .EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
                .Append(folder)
                .Where(p => (File.GetUnixFileMode(p) & OfOthers) != 0),
        ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
