using System.Net;
using Rabta.People;

namespace Rabta.Tests.Weight;

/// <summary>
/// Bytes that a student's data plan pays for, measured on the published program: what grows past its limit turns red here.
/// </summary>
public sealed class WeightTests(WeightTests.OneDemo one, ITestOutputHelper output) : IClassFixture<WeightTests.OneDemo>
{
    public sealed class OneDemo : IAsyncLifetime
    {
        public PublishedDemo Demo { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Demo = await PublishedDemo.Start();

        public ValueTask DisposeAsync() => Demo.DisposeAsync();
    }

    [Fact]
    public async Task Pages_stay_within_what_a_slow_line_carries()
    {
        var demo = one.Demo;
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

    [Fact]
    public async Task A_file_is_fetched_once_by_a_stranger_and_by_whoever_is_signed_in()
    {
        var demo = one.Demo;
        foreach (var who in new[] { null, "Mentee, whose", "Coordinator" })
        {
            using var scales = await demo.As(who, "ur");
            var (page, all, _) = await scales.FirstVisit("/");
            foreach (var file in all.Where(w => w != page))
            {
                var (keeps, encoding, again) = await scales.Kept(file.What);

                Assert.Contains("immutable", keeps!.Extensions.Select(e => e.Name));
                Assert.True(keeps.MaxAge >= TimeSpan.FromDays(365) && !keeps.NoStore, $"{file.What} for {who ?? "a stranger"}: {keeps}");
                Assert.Equal(("br", HttpStatusCode.NotModified), (encoding, again));
            }
            Assert.Contains(all, w => w.What.EndsWith(".css", StringComparison.Ordinal));
        }
    }

    private void Print(string language, IEnumerable<Weighed> all)
    {
        foreach (var one in all)
            output.WriteLine($"{language} {one.What} body {one.Body} headers {one.Headers} {one.Encoding}");
    }
}
