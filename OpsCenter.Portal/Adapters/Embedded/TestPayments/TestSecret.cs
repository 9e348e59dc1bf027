using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>The secret with which events are signed: made once for an installation, kept encrypted with its key ring.</summary>
internal sealed class TestSecret(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Id = "secret";

    private readonly IDataProtector protector = protection.CreateProtector("OpsCenter.TestPayments.Secret");
    private string? known;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken) => known ??= await ReadAsync(cancellationToken);

    // Several instances may start at once; what the first one stored holds for all.
    private async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var made = "tsec_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var insert = database.CreateCommand(
            "insert into test_gateway_objects (id, kind, body, created_at) values ($1, 'secret', $2, $3) on conflict do nothing");
        insert.Parameters.AddAll(Id);
        insert.Parameters.AddJson(protector.Protect(made));
        insert.Parameters.AddAll(clock.GetUtcNow().UtcDateTime);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await using var select = database.CreateCommand("select body #>> '{}' from test_gateway_objects where id = $1");
        select.Parameters.AddAll(Id);

        return protector.Unprotect((string)(await select.ExecuteScalarAsync(cancellationToken) ?? throw new InvalidOperationException("The secret vanished.")));
    }
}
