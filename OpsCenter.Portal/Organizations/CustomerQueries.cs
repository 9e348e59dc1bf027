using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Organizations;

/// <summary>Reads customers.</summary>
public sealed class CustomerQueries(IDbContextFactory<OpsCenterDbContext> contexts)
{
    private const int MaxSuggestions = 8;
    private const string Escape = "\\";

    /// <summary>One page of the customers that match.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see customers.</exception>
    public async Task<CustomerList> ListAsync(Actor actor, CustomerFilter filter, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewCustomers);
        var size = Math.Clamp(filter.PageSize, 1, CustomerFilter.MaxPageSize);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var matching = Matching(db.Organizations.AsNoTracking(), filter);
        var total = await matching.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await Sorted(matching, filter.Sort)
            .Skip((page - 1) * size)
            .Take(size)
            .Select(CustomerRow.FromOrganization)
            .ToListAsync(cancellationToken);

        return new CustomerList(rows, total, page, pages);
    }

    /// <summary>One customer, or null when there is none of that id.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see customers.</exception>
    public async Task<CustomerRow?> FindAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewCustomers);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await db.Organizations.AsNoTracking().Where(o => o.Id == id).Select(CustomerRow.FromOrganization).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>All customers that match, read as they are asked for; page and page size are left aside.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see customers; thrown with the first row.</exception>
    public async IAsyncEnumerable<CustomerRow> StreamAsync(
        Actor actor, CustomerFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewCustomers);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = Sorted(Matching(db.Organizations.AsNoTracking(), filter), filter.Sort).Select(CustomerRow.FromOrganization).AsAsyncEnumerable();

        await foreach (var row in rows.WithCancellation(cancellationToken))
            yield return row;
    }

    /// <summary>The first few customers by name that contain a text.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see customers.</exception>
    public async Task<IReadOnlyList<CustomerChoice>> SuggestAsync(Actor actor, string text, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewCustomers);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await Matching(db.Organizations.AsNoTracking(), new CustomerFilter(text))
            .OrderBy(o => o.Name)
            .ThenBy(o => o.Id)
            .Take(MaxSuggestions)
            .Select(o => new CustomerChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Names by identity. Whoever may see all jobs gets every name asked for; a member gets the one of their own organisation and no other.
    /// </summary>
    /// <exception cref="AccessDeniedException">The actor may see no jobs at all.</exception>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        Actor actor, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Where(AllowedTo(actor)).Distinct().ToArray();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await db.Organizations.AsNoTracking()
            .Where(o => wanted.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
    }

    private static Func<Guid, bool> AllowedTo(Actor actor)
    {
        if (AccessPolicy.Allows(actor, Permission.ViewAllJobs))
            return _ => true;

        AccessPolicy.Demand(actor, Permission.ViewOwnJobs);

        return id => actor is Actor.User user && user.OrganizationId == id;
    }

    private static IQueryable<Organization> Matching(IQueryable<Organization> all, CustomerFilter filter)
    {
        var (search, status) = (filter.Search?.Trim(), filter.Status);

        if (status is not null)
            all = all.Where(o => o.Status == status);

        if (string.IsNullOrEmpty(search))
            return all;

        var pattern = $"%{Literal(search)}%";

        return Guid.TryParse(search, out var id)
            ? all.Where(o => o.Id == id || EF.Functions.ILike(o.Name, pattern, Escape))
            : all.Where(o => EF.Functions.ILike(o.Name, pattern, Escape));
    }

    // What people type is text, never a pattern.
    private static string Literal(string text) => text
        .Replace(Escape, Escape + Escape, StringComparison.Ordinal)
        .Replace("%", Escape + "%", StringComparison.Ordinal)
        .Replace("_", Escape + "_", StringComparison.Ordinal);

    private static IOrderedQueryable<Organization> Sorted(IQueryable<Organization> customers, CustomerSort sort) => sort switch
    {
        CustomerSort.Name => customers.OrderBy(o => o.Name.ToLower()).ThenBy(o => o.Id),
        CustomerSort.NameDescending => customers.OrderByDescending(o => o.Name.ToLower()).ThenByDescending(o => o.Id),
        CustomerSort.Newest => customers.OrderByDescending(o => o.CreatedAt).ThenByDescending(o => o.Id),
        CustomerSort.Oldest => customers.OrderBy(o => o.CreatedAt).ThenBy(o => o.Id),
    };
}
