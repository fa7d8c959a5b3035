using Rabta.Matching.Measuring;
using Rabta.Tests.Weight;

namespace Rabta.Bench;

/// <summary>Bytes on the line, from the published demo over HTTP/2 with brotli; headers beside the bodies.</summary>
internal static class WeightBench
{
    public static async IAsyncEnumerable<Figure> Run()
    {
        await using var demo = await PublishedDemo.Start();
        foreach (var language in new[] { "en", "ur" })
        {
            using var stranger = await demo.As(null, language);
            using var mentee = await demo.As("Mentee, whose", language);
            using var coordinator = await demo.As("Coordinator", language);
            foreach (
                var (name, scales, path) in new[]
                {
                    ("first-page", stranger, "/"),
                    ("mentee-home", mentee, "/"),
                    ("pair", mentee, await mentee.LinkOn("/", "/mentorships/")),
                    ("plan", mentee, await mentee.LinkOn("/", "/mentorships/") + "/meet"),
                    ("queue", coordinator, "/"),
                    ("review", coordinator, await coordinator.LinkOn("/matching", "/matching/")),
                }
            )
            {
                var (page, all, _) = await scales.FirstVisit(path);
                yield return new($"weight.{name}.{language}.page", page.Body, "bytes", name is "review" or "queue" ? 12_000 : 8_000);
                yield return new($"weight.{name}.{language}.first-visit", all.Sum(w => w.Body), "bytes", 24_000);
                yield return new($"weight.{name}.{language}.headers", all.Sum(w => w.Headers), "bytes");
            }
        }
    }
}
