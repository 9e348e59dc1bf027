using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>Locks a month: its figures are kept, and documents written from now on are dated into the first month that is open.</summary>
public sealed class LockMonth(IDbContextFactory<OpsCenterDbContext> contexts, MonthQueries months, TimeProvider clock)
{
    private const string Insert =
        "insert into accounting_months (month, locked_at, locked_by, figures) values ($1, $2, $3, $4) on conflict do nothing";

    /// <summary>Locks it.</summary>
    /// <returns>Null when it is locked, by this or before; else why it cannot be.</returns>
    /// <exception cref="AccessDeniedException">The actor may not lock months.</exception>
    public async Task<string?> HandleAsync(Actor actor, DateOnly month, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageBilling);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        // From here on no document is written, so what is checked is what is locked.
        await AccountingCalendar.ShutAsync(connection, cancellationToken);
        var known = (await months.ListAsync(actor, cancellationToken)).FirstOrDefault(m => m.Month == month);

        if (known is { LockedAt: not null })
            return null;

        if (known is not { CanBeLocked: true })
            return "Only the oldest open month can be locked, and only when it is over.";

        var report = await months.CheckAsync(actor, month, cancellationToken);

        if (!report.Holds)
            return $"The books do not agree: {string.Join("; ", report.Checks.Where(check => !check.Holds).Select(check => check.Name))}.";

        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddAll(month, now.UtcDateTime, actor.Subject);
        command.Parameters.AddJson(report.Figures.Select(f => new { f.Name, Amount = DecimalText.Format(f.Amount.Amount), Currency = f.Amount.Currency.Code }));
        await command.ExecuteNonQueryAsync(cancellationToken);
        AuditTrail.Append(db, actor, now, new AuditRecord("accounting_month.locked", "accounting_month", $"{month:yyyy-MM}", After: new { known.Documents }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return null;
    }
}
