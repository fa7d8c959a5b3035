using Rabta.Care.Queueing;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.Walls;

/// <summary>Follows every link that someone sees, from the first page on.</summary>
internal static class Crawl
{
    public static async Task<List<Seen>> From(Phone phone, params string[] starts)
    {
        var (seen, waiting, known) = (new List<Seen>(), new Queue<string>(["/", .. starts]), new HashSet<string>());
        while (waiting.TryDequeue(out var path) && seen.Count < 300)
        {
            if (!known.Add(path))
                continue;
            var page = await phone.Open(path);
            seen.Add(page);
            foreach (var link in page.Page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                // Of the people with whom somebody can be merged the first will do.
                if (
                    !link.StartsWith("/language/", StringComparison.Ordinal)
                    && (
                        !link.Contains("?with=", StringComparison.Ordinal) || known.Add(link[..link.IndexOf('=', StringComparison.Ordinal)])
                    )
                )
                    waiting.Enqueue(link);
        }
        return seen;
    }
}
