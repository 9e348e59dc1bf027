using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Accounts;

/// <summary>Names of those who did something, from the subjects that ledger, audit and versions keep.</summary>
public sealed class ActorNames(IDbContextFactory<OpsCenterDbContext> contexts)
{
    private const string System = "Ops-Center";
    private const string Erased = "a former operator";

    /// <summary>A name for every subject: a person's own, ours for the portal itself, a general one for people who were erased.</summary>
    /// <param name="subjects">Texts of <see cref="Domain.Accounts.Actor.Subject"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> subjects, CancellationToken cancellationToken)
    {
        var distinct = subjects.Distinct(StringComparer.Ordinal).ToList();
        var ids = distinct.Where(s => Guid.TryParse(s, out _)).Select(Guid.Parse).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await db.Users.AsNoTracking()
            .Where(u => ids.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);

        return distinct.ToDictionary(s => s, s => NameOf(s, people), StringComparer.Ordinal);
    }

    private static string NameOf(string subject, Dictionary<Guid, string> people) =>
        !Guid.TryParse(subject, out var id) ? System
        : people.TryGetValue(id, out var name) && name.Length > 0 ? name
        : Erased;
}
