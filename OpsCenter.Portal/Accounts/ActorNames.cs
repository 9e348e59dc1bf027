using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Accounts;

/// <summary>Names of those who did something, from the subjects that ledger, audit and versions keep.</summary>
public sealed class ActorNames(IDbContextFactory<OpsCenterDbContext> contexts)
{
    private const string System = "Ops-Center";
    private const string Erased = "a former operator";

    /// <summary>A name for every subject: a person's or a machine credential's own, ours for the portal itself, a general one for people who were erased.</summary>
    /// <param name="subjects">Texts of <see cref="Domain.Accounts.Actor.Subject"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> subjects, CancellationToken cancellationToken)
    {
        var distinct = subjects.Distinct(StringComparer.Ordinal).ToList();
        var ids = distinct.Where(s => Guid.TryParse(s, out _)).Select(Guid.Parse).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, Name = u.DisplayName });
        var machines = db.MachineCredentials.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name });
        var named = await people.Concat(machines).ToDictionaryAsync(n => n.Id, n => n.Name, cancellationToken);

        return distinct.ToDictionary(s => s, s => NameOf(s, named), StringComparer.Ordinal);
    }

    private static string NameOf(string subject, Dictionary<Guid, string> named) =>
        !Guid.TryParse(subject, out var id) ? System
        : named.TryGetValue(id, out var name) && name.Length > 0 ? name
        : Erased;
}
