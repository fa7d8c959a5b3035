using Microsoft.EntityFrameworkCore;
using Rabta.People;
using Rabta.People.Finding;
using Rabta.Platform.Language;
using Rabta.Tests.Worlds;

namespace Rabta.Tests.People.Finding;

public sealed class FindPeopleTests(FindPeopleTests.Everyone everyone) : IClassFixture<FindPeopleTests.Everyone>
{
    [Theory]
    [InlineData("aïsha", "Dr Aïsha Khan")]
    [InlineData("  AÏSHA   KHAN ", "Dr Aïsha Khan")]
    [InlineData("خان", "Dr Aïsha Khan")]
    [InlineData("عائشه", "Dr Aïsha Khan")]
    [InlineData("كامران", "Kamran")]
    [InlineData("Κάμραν", "Kamran")]
    [InlineData("kam", "Kamran")]
    [InlineData("an", "Dr Aïsha Khan, Kamran")]
    [InlineData("nobody", "")]
    [InlineData("%", "")]
    [InlineData("_", "")]
    [InlineData("R-12", "")]
    [InlineData("a@x.pk", "")]
    [InlineData("", "Dr Aïsha Khan, Kamran")]
    [InlineData(" \t", "Dr Aïsha Khan, Kamran")]
    [InlineData(null, "Dr Aïsha Khan, Kamran")]
    public async Task A_name_in_any_script_is_found_by_a_part_of_it(string? typed, string found)
    {
        foreach (var on in Enum.GetValues<Engine>())
            Assert.Equal(found, await Found(on, people => people.Holding(typed, FoundBy.Name)));
    }

    [Theory]
    [InlineData("r-12", FoundBy.Number, "Dr Aïsha Khan")]
    [InlineData("۱۲", FoundBy.Number, "Kamran")]
    [InlineData("12", FoundBy.Number, "Kamran")]
    [InlineData("R-1", FoundBy.Number, "")]
    [InlineData("A@X.pk", FoundBy.Number, "")]
    [InlineData(" A@X.pk ", FoundBy.Address, "Dr Aïsha Khan")]
    [InlineData("x.pk", FoundBy.Address, "")]
    [InlineData("12", FoundBy.Address, "")]
    public async Task A_number_and_an_address_find_only_where_the_caller_says_so_and_only_whole(string typed, FoundBy also, string found)
    {
        foreach (var on in Enum.GetValues<Engine>())
            Assert.Equal(found, await Found(on, people => people.Holding(typed, also)));
    }

    [Theory]
    [InlineData("dr aïsha khan", "Dr Aïsha Khan")]
    [InlineData("عائشہ خان", "Dr Aïsha Khan")]
    [InlineData("Aïsha Khan", "")]
    [InlineData("Κάμραν", "Kamran")]
    [InlineData("12", "Kamran")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public async Task A_whole_name_names_a_person_and_a_part_of_it_nobody(string? typed, string found)
    {
        foreach (var on in Enum.GetValues<Engine>())
            Assert.Equal(found, await Found(on, people => people.Called(typed, FoundBy.Number)));
    }

    private async Task<string> Found(Engine on, Func<IQueryable<Person>, IQueryable<Person>> find) =>
        string.Join(", ", await everyone.On(on).Ask(db => find(db.People).Select(p => p.Name).OrderBy(name => name).ToListAsync()));

    /// <summary>Nothing is changed here, so one world of each kind is enough for all cases.</summary>
    public sealed class Everyone : IAsyncLifetime
    {
        private readonly Dictionary<Engine, World> _worlds = [];

        public World On(Engine engine) => _worlds[engine];

        public async ValueTask InitializeAsync()
        {
            foreach (var engine in Enum.GetValues<Engine>())
            {
                var world = _worlds[engine] = await World.On(engine);
                await world.Put(
                    new Person("Dr Aïsha Khan", "a@x.pk") { Names = Both.Urdu("عائشہ خان"), Number = "R-12" },
                    new Person("Kamran", null) { Names = Several.Of(("ur", "کامران"), ("el", "Κάμραν")), Number = "۱۲" }
                );
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var world in _worlds.Values)
                await world.DisposeAsync();
        }
    }
}
