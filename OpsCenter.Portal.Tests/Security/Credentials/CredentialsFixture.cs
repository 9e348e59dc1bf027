using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Security.Credentials;
using OpsCenter.Portal.Tests.Accounts;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Security.Credentials;

/// <summary>A database without any credential, a clock that tests move, and an admin.</summary>
public sealed class CredentialsFixture : IAsyncLifetime
{
    private readonly TestDatabase database = new();
    private AccountServices? services;
    private int count;

    public static Actor.User Admin { get; } = Operator(PlatformRole.Admin);

    public static Actor.User Finance { get; } = Operator(PlatformRole.Finance);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Clock.GetUtcNow();

    internal string ConnectionString => database.ConnectionString;

    private AccountServices Services => services ?? throw new InvalidOperationException("The fixture was not initialised.");

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        services = new AccountServices(database.ConnectionString, Clock);
    }

    public async Task DisposeAsync()
    {
        await Services.DisposeAsync();
        await database.DisposeAsync();
    }

    internal T Get<T>()
        where T : notnull => Services.Provider.GetRequiredService<T>();

    internal OpsCenterDbContext OpenDatabase() => Services.OpenDatabase();

    /// <summary>A name that no other test uses.</summary>
    internal string NewName(string start = "Test") => $"{start} {Interlocked.Increment(ref count)}";

    internal Task<MachineCredentialOutcome> TryCreateAsync(CreateMachineCredentialInput input) =>
        Get<CreateMachineCredential>().HandleAsync(Admin, input, CancellationToken.None);

    internal async Task<MachineCredentialOutcome.Issued> CreateAsync(
        string? name = null, string source = "test", MachineScopes scopes = MachineScopes.UsageWrite, DateTimeOffset? expiresAt = null) =>
        (MachineCredentialOutcome.Issued)await TryCreateAsync(
            new CreateMachineCredentialInput(source, new MachineCredentialSettings(name ?? NewName(), scopes), expiresAt));

    internal Task<MachineCredentialOutcome> RotateAsync(MachineCredentialRow seen, RotationOverlap overlap) =>
        Get<RotateMachineCredential>().HandleAsync(Admin, seen, overlap, CancellationToken.None);

    internal Task<MachineCredentialOutcome> RevokeAsync(Guid id) => Get<RevokeMachineCredential>().HandleAsync(Admin, id, CancellationToken.None);

    internal Task<MachineCredentialOutcome> EditAsync(MachineCredentialRow seen, MachineCredentialSettings settings) =>
        Get<EditMachineCredential>().HandleAsync(Admin, seen, settings, CancellationToken.None);

    internal async Task<MachineCredentialRow> RowAsync(Guid id)
    {
        var list = await Get<MachineCredentialQueries>().ListAsync(Admin, new MachineCredentialFilter(IncludesEnded: true, PageSize: 100), CancellationToken.None);

        return list.Rows.Single(row => row.Id == id);
    }

    /// <summary>Whether a secret is good, as an instance sees it a second later.</summary>
    internal async Task<bool> WorksAsync(OneTimeSecret secret)
    {
        Clock.Advance(MachineCredentials.MaxAge);

        return await Get<MachineCredentials>().FindAsync(secret.Reveal(), CancellationToken.None) is not null;
    }

    internal async Task<IReadOnlyList<(string Action, string? Before, string? After)>> AuditOfAsync(Guid id)
    {
        await using var db = OpenDatabase();
        // The clock stands still, so what was done to a credential after it was made cannot be told from the time.
        var rows = await db.AuditEntries.Where(e => e.SubjectId == id.ToString())
            .OrderBy(e => e.Action != "machine_credential.created")
            .ThenBy(e => e.Id)
            .ToListAsync();

        return [.. rows.Select(row => (row.Action, row.Before, row.After))];
    }

    private static Actor.User Operator(PlatformRole role) => new(Guid.Parse($"0199c1f2-0000-7000-8000-00000000000{(int)role}"), role, null, null);
}
