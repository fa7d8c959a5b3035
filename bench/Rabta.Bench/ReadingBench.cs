using System.Text;
using Rabta.Importing.ReadingLists;
using Rabta.Importing.Storing;
using Rabta.Matching.Measuring;
using Rabta.Programmes;
using Rabta.Sheets;

namespace Rabta.Bench;

/// <summary>A long list from bytes to people, nothing stored.</summary>
internal static class ReadingBench
{
    public static async IAsyncEnumerable<Figure> Run()
    {
        await Task.CompletedTask;
        var text = new StringBuilder("Name,Email,Roll No,Languages,Interests\n");
        for (var i = 0; i < 20_000; i++)
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Person {i},p{i}@college.example,{i:00000},Urdu;Punjabi,\"Research, and more\"\n"
            );
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        Sheet Read() =>
            SheetReader.Read(new MemoryStream(bytes), "mentees.csv", Columns.LookLikeHeadings(ProgrammeRoles.Mentee, null)).Sheet!;
        yield return new("reading.sheet.20000-rows", Figure.MedianMilliseconds(5, () => Read()), "ms", 250);
        yield return new("reading.roster.20000-rows", Figure.MedianMilliseconds(3, () => RosterReader.Read(null, Read())), "ms", 1_500);
    }
}
