// Breaches, one of each kind, so that every rule is seen to fail. Nothing here is ever run.
#pragma warning disable IDE0130
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Rabta.Platform.Access;
using Rabta.Platform.Database;

namespace Rabta.Platform.Planted
{
    public sealed class LooksUp
    {
        public Rabta.Home.Texts? Above { get; set; }
    }

    public sealed class LooksUpInLambda
    {
        public Func<Task<string>> Later =>
            async () =>
            {
                await Task.Yield();
                return Rabta.Home.HomeModule.ReferenceEquals(null, null).ToString() + new Rabta.Home.Texts();
            };
    }
}

namespace Rabta.Home.Planted
{
    public sealed class SavingPage(RabtaDb db) : ComponentBase
    {
        protected override async Task OnInitializedAsync() => await db.SaveChangesAsync();
    }

    public sealed class Clockwatcher
    {
        public DateTime Now => DateTime.UtcNow;
        public int Chance => Random.Shared.Next();
        public Random Dice => new();

        public MarkupString Raw(string text) => new(text);

        public Task Sql(RabtaDb db) => db.Database.ExecuteSqlRawAsync("SELECT 1");
    }

    [Route("/planted")]
    public sealed class OpenPage : ComponentBase;

    public sealed class UnmarkedFields
    {
        public PersonId PersonId { get; set; }
        public string Secret { get; set; } = "";
        public DateOnly Since { get; set; }
        public DayOfWeek Faith { get; set; }
    }

    public sealed class Misnamed(int first)
    {
        private int count = first;

        public int Next() => count++;
    }
}
