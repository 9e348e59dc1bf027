using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security;

/// <summary>Audit rows about machine credentials. Neither the secret nor its hash is in them.</summary>
internal static class MachineCredentialAudit
{
    private const string SubjectType = "machine_credential";

    public static void Append(
        OpsCenterDbContext db, Actor actor, DateTimeOffset now, string verb, MachineCredential credential, object? before = null) =>
        AuditTrail.Append(db, actor, now, new AuditRecord($"{SubjectType}.{verb}", SubjectType, credential.Id.ToString(), before, StateOf(credential)));

    public static object StateOf(MachineCredential credential) => new
    {
        credential.Name,
        credential.Source,
        Scopes = MachineScopeText.ToTexts(credential.Scopes),
        credential.PermitsPerSecond,
        credential.Burst,
        credential.RequiresJobKey,
        credential.ExpiresAt,
        credential.RevokedAt,
        credential.RotatedFrom,
    };
}
