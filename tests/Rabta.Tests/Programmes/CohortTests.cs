using NodaTime;
using Rabta.Programmes;

namespace Rabta.Tests.Programmes;

public sealed class CohortTests
{
    [Theory]
    [InlineData(2026, 7, 31, 2025)]
    [InlineData(2026, 8, 1, 2026)]
    [InlineData(2026, 9, 7, 2026)]
    [InlineData(2026, 12, 31, 2026)]
    [InlineData(2027, 1, 1, 2026)]
    public void An_academic_year_begins_in_August(int year, int month, int day, int begins) =>
        Assert.Equal(begins, Cohort.YearOf(new LocalDate(year, month, day)));
}
