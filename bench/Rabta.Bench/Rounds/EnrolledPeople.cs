using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rabta.Platform.Database;
using Rabta.Platform.Language;
using Rabta.Programmes;
using Rabta.Programmes.Arranging;

namespace Rabta.Bench.Rounds;

/// <summary>
/// A cohort of invented people in PostgreSQL: three answers each, three wishes a mentee, ten mentees a mentor with a place to spare. Made
/// by the database itself, as a million would not pass through us in time.
/// </summary>
internal sealed class EnrolledPeople(IServiceProvider services)
{
    private readonly Campus _campus = new(services, "Big University");

    public CohortId Cohort { get; private set; }

    public Task<T> Do<T>(Func<IServiceProvider, Task<T>> act) => _campus.Do(act);

    public async Task Put(int mentees, int mentors)
    {
        await _campus.Found();
        var usual = services.GetRequiredService<DefaultRules>();
        await Do(async get =>
        {
            var db = get.GetRequiredService<RabtaDb>();
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
            var programme = new Programme(Several.Plain("Hamqadam"))
            {
                Purpose = usual.Purpose,
                IsNot = usual.IsNot,
                PlacesPerMentor = mentees / mentors + 1,
            };
            var cohort = new Cohort(programme.Id, Several.Plain("2026"), 2026);
            db.AddRange(programme, cohort);
            db.AddRange(
                Enumerable
                    .Range(0, 3)
                    .Select(q => new Question
                    {
                        CohortId = cohort.Id,
                        Heading = Several.Plain($"Question {q}"),
                        Key = $"question {q}",
                        Counts = Counts.Alike,
                    })
            );
            await db.SaveChangesAsync();
            Cohort = cohort.Id;
            var (here, its, all) = (_campus.Id.Value, cohort.Id.Value, mentees + mentors);
            // Whether each row refers to one that is there need not be asked ten million times: it is we who made both.
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlAsync($"SET session_replication_role = replica");
            // Mentors are numbered first. A person and the enrolment have the same id.
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO people ("Id", "InstitutionId", "Name", "Address", "AddressKey", "Number", "Shown", "Corrected", "Duties")
                SELECT lpad(to_hex(n), 32, '0')::uuid, {here}, 'Person ' || n, 'p' || n || '@college.test',
                       'p' || n || '@college.test', lpad(n::text, 8, '0'), 0, 0, 0
                FROM generate_series(1, {all}) n
                """
            );
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO enrolments ("Id", "InstitutionId", "CohortId", "PersonId", "Role")
                SELECT lpad(to_hex(n), 32, '0')::uuid, {here}, {its}, lpad(to_hex(n), 32, '0')::uuid,
                       CASE WHEN n <= {mentors} THEN {(int)ProgrammeRole.Mentor} ELSE {(int)ProgrammeRole.Mentee} END
                FROM generate_series(1, {all}) n
                """
            );
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO answers ("Id", "InstitutionId", "EnrolmentId", "QuestionId", "Values", "PrivateValues")
                SELECT gen_random_uuid(), {here}, lpad(to_hex(n), 32, '0')::uuid, q."Id",
                       ARRAY['Value ' || abs(hashint8(n::bigint * 31 + hashtext(q."Key"))::bigint) % 5], ARRAY[]::text[]
                FROM generate_series(1, {all}) n CROSS JOIN questions q WHERE q."CohortId" = {its}
                """
            );
            var mentee = (int)ProgrammeRole.Mentee;
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO wishes ("Id", "InstitutionId", "CohortId", "From", "FromRole", "To", "Rank")
                SELECT gen_random_uuid(), {here}, {its}, lpad(to_hex(n), 32, '0')::uuid, {mentee},
                    lpad(to_hex(1 + (abs(hashint8(n::bigint)::bigint) + rank * 7919) % {mentors}), 32, '0')::uuid, rank
                FROM generate_series({mentors + 1}, {all}) n CROSS JOIN generate_series(1, LEAST(3, {mentors})) rank
                """
            );
            await db.Database.ExecuteSqlAsync($"SET session_replication_role = origin");
            await db.Database.ExecuteSqlAsync($"ANALYZE");
            await db.Database.CloseConnectionAsync();
            return true;
        });
    }
}
