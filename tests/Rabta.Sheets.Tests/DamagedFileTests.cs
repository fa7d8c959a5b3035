using System.Text;
using Rabta.Tests;

namespace Rabta.Sheets.Tests;

/// <summary>Whatever was done to a file, there is a sheet or a reason; nothing is thrown, and the work has a bound.</summary>
public sealed class DamagedFileTests
{
    private static readonly int Tries = Environment.GetEnvironmentVariable("RABTA_LONG") == "1" ? 100_000 : 2_000;

    /// <summary>Small, so that a file that would unfold without end shows in what is allocated for it.</summary>
    private static readonly SheetLimits Limits = new()
    {
        FileBytes = 1 << 20,
        UnfoldedBytes = 4 << 20,
        Rows = 2_000,
        Columns = 50,
        CellCharacters = 3_000,
    };

    /// <summary>Ten times of what may be unfolded. Whoever loops, or keeps what it should pass over, allocates more.</summary>
    private const long MostAllocated = 40L << 20;

    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_damaged_file_is_a_sheet_or_a_reason_and_nothing_else()
    {
        var (books, lists) = (await Files.Workbooks(), Files.Lists());
        var (first, done, sheets, reasons) = (BitConverter.ToInt32(Seed.Of("damage")), 0, 0, new HashSet<SheetProblemCode>());
        var work = Task.Run(() =>
        {
            for (; done < Tries; done++)
            {
                var seed = unchecked(first + done);
                var reading = Read(new Damage(new Random(seed), books, lists).Next(), seed);
                if (reading.Refusal is { } refusal)
                    reasons.Add(refusal.Code);
                else
                    sheets++;
            }
        });
        // No claim about speed: a file on which the reader never ends is named, in place of a test run that never ends.
        for (var seen = -1; await Task.WhenAny(work, Task.Delay(Stuck)) != work; seen = done)
            Assert.True(seen != done, $"never ends: {unchecked(first + done)}");
        await work;

        // The damage is neither so small that nothing is refused nor so great that nothing is read.
        Assert.InRange(sheets, Tries / 10, Tries * 9 / 10);
        Assert.Superset(
            new[]
            {
                SheetProblemCode.Damaged,
                SheetProblemCode.NoHeadings,
                SheetProblemCode.NotASheet,
                SheetProblemCode.UnclosedQuote,
            }.ToHashSet(),
            reasons
        );
    }

    [Fact]
    public void A_thousand_entities_in_each_other_are_never_unfolded()
    {
        var bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (var i = 1; i < 30; i++)
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};&a{i - 1};&a{i - 1};\">");
        foreach (var (at, part) in Files.Parts(Xlsx.Simple()).Index())
        {
            var parts = Files.Parts(Xlsx.Simple());
            parts[at] = (part.Name, Encoding.UTF8.GetBytes($"{bomb}]><x>&a29;</x>"));
            var reading = Read(Files.Zip(parts, System.IO.Compression.CompressionLevel.Fastest), at);
            Assert.True(reading.Sheet is not null || reading.Refusal!.Code == SheetProblemCode.Damaged, part.Name);
        }
    }

    [Fact]
    public void What_unfolds_a_thousandfold_is_stopped_at_the_limit()
    {
        foreach (var (at, part) in Files.Parts(Xlsx.Simple()).Index())
        {
            var parts = Files.Parts(Xlsx.Simple());
            var much = Encoding.UTF8.GetString(part.Content).Replace("</", new string(' ', 5 << 20) + "</", StringComparison.Ordinal);
            parts[at] = (part.Name, Encoding.UTF8.GetBytes(much));
            Read(Files.Zip(parts, System.IO.Compression.CompressionLevel.Optimal), at);
        }
    }

    private static SheetReading Read(byte[] file, int seed)
    {
        var looked = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        SheetReading reading;
        using (var stream = new MemoryStream(file))
            try
            {
                reading = SheetReader.Read(
                    stream,
                    "list",
                    cells => ++looked > 0 && cells.Any(c => c is "Name" or "Email" or "نام"),
                    Limits
                );
            }
            catch (Exception thrown)
            {
                throw new InvalidOperationException($"damaged with {seed}: {thrown.GetType().Name}", thrown);
            }
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < MostAllocated, $"{seed}: {allocated >> 20} MB for a file of {file.Length} bytes");
        Assert.True(looked <= 20 * Limits.RowsBeforeHeadings, $"{seed}: {looked} rows looked at for headings");
        Assert.True(reading.Sheet is null ^ reading.Refusal is null, $"{seed}");
        if (reading.Sheet is { } sheet)
            Whole(sheet, seed);
        return reading;
    }

    /// <summary>A sheet keeps what its limits and its words promise.</summary>
    private static void Whole(Sheet sheet, int seed)
    {
        Assert.True(sheet.HeadingRow > 0 && sheet.Columns.Count > 0 && sheet.Rows.Count <= Limits.Rows, $"{seed}");
        foreach (var column in sheet.Columns)
            Assert.True(column is { Heading.Length: > 0, Position: >= 0 } && column.Position < Limits.Columns, $"{seed}: {column}");
        foreach (var row in sheet.Rows)
        {
            Assert.True(row.Number > 0, $"{seed}");
            foreach (var column in sheet.Columns)
                Assert.True(
                    row[column].Length <= Limits.CellCharacters && !row[column].Contains('\0', StringComparison.Ordinal),
                    $"{seed}"
                );
        }
    }
}
