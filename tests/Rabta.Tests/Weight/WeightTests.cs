namespace Rabta.Tests.Weight;

/// <summary>
/// Bytes that a student's data plan pays for, measured on the published program: what grows past its limit turns red here.
/// </summary>
public sealed class WeightTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Pages_stay_within_what_a_slow_line_carries()
    {
        await using var demo = await PublishedDemo.Start();
        foreach (var language in new[] { "en", "ur" })
        {
            using var stranger = await demo.As(null, language);
            using var mentee = await demo.As("Mentee, whose", language);
            using var coordinator = await demo.As("Coordinator", language);
            var pair = await mentee.LinkOn("/", "/mentorships/");
            var review = await coordinator.LinkOn("/matching", "/matching/");

            foreach (
                var (scales, path) in new[]
                {
                    (stranger, "/"),
                    (mentee, "/"),
                    (mentee, pair),
                    (mentee, $"{pair}/meet"),
                    (mentee, $"{pair}/ask"),
                    (mentee, "/goals"),
                }
            )
            {
                var (page, all, _) = await scales.FirstVisit(path);
                Print(language, all);
                Assert.All(all, w => Assert.Equal(("br", new Version(2, 0)), (w.Encoding, w.Http)));
                Assert.True(
                    all.Where(w => w == page || w.What.EndsWith(".css", StringComparison.Ordinal)).Sum(w => w.Body) <= 14_000,
                    $"{path} in {language} and its style are over 14 kB"
                );
                Assert.True(all.Sum(w => w.Body) <= 24_000, $"the first visit of {path} in {language} is over 24 kB");
                Assert.True(page.Body <= 8_000, $"{path} in {language} as a further page is over 8 kB");
            }
            foreach (var path in new[] { review, "/" })
            {
                var desk = (await coordinator.Get(path)).Weighed;
                Print(language, [desk]);
                Assert.True(desk.Body <= 12_000, $"{path} of a coordinator in {language} is over 12 kB: {desk.Body}");
            }
        }
    }

    private void Print(string language, IEnumerable<Weighed> all)
    {
        foreach (var one in all)
            output.WriteLine($"{language} {one.What} body {one.Body} headers {one.Headers} {one.Encoding}");
    }
}
