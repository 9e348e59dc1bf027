using System.Text.Json;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Audit;

/// <summary>Adds audit rows to the transaction of the act they tell of.</summary>
public static class AuditTrail
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>Adds one row; the caller saves it together with the act itself.</summary>
    /// <param name="db">The context of the act.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="now">When.</param>
    /// <param name="record">What was done to what, with which effect and why.</param>
    public static void Append(OpsCenterDbContext db, Actor actor, DateTimeOffset now, AuditRecord record) =>
        db.AuditEntries.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            ActorKind = actor.Kind,
            ActorSubject = actor.Subject,
            OrganizationId = record.OrganizationId,
            Action = record.Action,
            SubjectType = record.SubjectType,
            SubjectId = record.SubjectId,
            Before = Serialize(record.Before),
            After = Serialize(record.After),
            Reason = record.Reason,
        });

    private static string? Serialize(object? state) => state is null ? null : JsonSerializer.Serialize(state, Json);
}
