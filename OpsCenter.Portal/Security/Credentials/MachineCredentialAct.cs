using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security.Credentials;

/// <summary>
/// One act on machine credentials: a transaction in which nobody else acts on any, so that of two operators the second sees what the first did.
/// Machines go on calling meanwhile, for reading is not locked.
/// </summary>
internal sealed class MachineCredentialAct : IAsyncDisposable
{
    private const string Escape = "\\";

    private readonly Actor actor;
    private readonly IDbContextTransaction transaction;

    private MachineCredentialAct(OpsCenterDbContext db, IDbContextTransaction transaction, Actor actor, DateTimeOffset now) =>
        (Db, this.transaction, this.actor, Now) = (db, transaction, actor, now);

    public OpsCenterDbContext Db { get; }

    public DateTimeOffset Now { get; }

    public static async Task<MachineCredentialAct> BeginAsync(
        IDbContextFactory<OpsCenterDbContext> contexts, Actor actor, TimeProvider clock, CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);

        try
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"lock table machine_credentials in share row exclusive mode", cancellationToken);

            // Only now, for the wait may have been long.
            return new MachineCredentialAct(db, transaction, actor, clock.GetUtcNow());
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public Task<MachineCredential?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Db.MachineCredentials.SingleOrDefaultAsync(c => c.Id == id, cancellationToken);

    public Task<MachineCredentialRow> RowAsync(Guid id, CancellationToken cancellationToken) =>
        MachineCredentialQueries.Rows(Db, Db.MachineCredentials.AsNoTracking().Where(c => c.Id == id)).SingleAsync(cancellationToken);

    /// <summary>Whether another usable credential has the name, in whatever case. One that a rotation replaced runs out under the name of its successor.</summary>
    public async Task<bool> IsNameTakenAsync(string name, string source, Guid? own, CancellationToken cancellationToken)
    {
        var pattern = name.Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal)
            .Replace("_", Escape + "_", StringComparison.Ordinal);

        return await Db.MachineCredentials
            .Where(MachineCredentialQueries.IsUsableAt(Now))
            .Where(c => c.Id != own && EF.Functions.ILike(c.Name, pattern, Escape))
            .AnyAsync(c => c.Source != source || !Db.MachineCredentials.Any(next => next.RotatedFrom == c.Id), cancellationToken);
    }

    public async Task<bool> IsFullAsync(CancellationToken cancellationToken) =>
        await Db.MachineCredentials.CountAsync(MachineCredentialQueries.IsUsableAt(Now), cancellationToken) >= MachineCredentials.MaxCredentials;

    public void Add(MachineCredential credential)
    {
        Db.MachineCredentials.Add(credential);
        Audit("created", credential);
    }

    public void Audit(string verb, MachineCredential credential, object? before = null) =>
        MachineCredentialAudit.Append(Db, actor, Now, verb, credential, before);

    /// <summary>Saves and commits; the answer is how a credential is then.</summary>
    public async Task<MachineCredentialRow> CommitAsync(Guid id, CancellationToken cancellationToken)
    {
        await Db.SaveChangesAsync(cancellationToken);
        var row = await RowAsync(id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return row;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Db.DisposeAsync();
    }
}
