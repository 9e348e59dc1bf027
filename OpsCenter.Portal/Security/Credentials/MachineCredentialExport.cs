using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security.Credentials.Pages;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Security.Credentials;

/// <summary>The list of machine credentials as a file, without their secrets.</summary>
public sealed class MachineCredentialExport(MachineCredentialQueries credentials, TimeProvider clock) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "machine-credentials";

    private static readonly string[] Columns =
    [
        "credential_id", "name", "source", "scopes", "requests_per_second", "burst", "requires_job_key", "state", "created_at", "expires_at",
        "revoked_at", "last_used_at",
    ];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken)
    {
        var (filter, now) = (new MachineCredentialFilter(query.Text(CredentialsPage.ShowName) == CredentialsPage.AllValue), clock.GetUtcNow());

        return new ExportSheet(Columns, credentials.StreamAsync(actor, filter, cancellationToken).Select(row => Cells(row, now)));
    }

    private static CsvCell[] Cells(MachineCredentialRow row, DateTimeOffset now) =>
    [
        CsvCell.Id(row.Id),
        CsvCell.Text(row.Name),
        CsvCell.Text(row.Source),
        CsvCell.Text(string.Join(' ', MachineScopeText.ToTexts(row.Settings.Scopes))),
        CsvCell.Number(row.Settings.PermitsPerSecond),
        CsvCell.Number(row.Settings.Burst),
        CsvCell.Flag(row.Settings.RequiresJobKey),
        CsvCell.Text(EnumText<MachineCredentialState>.Of(row.StateAt(now))),
        CsvCell.Time(row.CreatedAt),
        CsvCell.Time(row.ExpiresAt),
        CsvCell.Time(row.RevokedAt),
        CsvCell.Time(row.LastUsedAt),
    ];
}
