using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>What the acts on a subscription share: its row is locked, decided about, written and audited in one transaction.</summary>
internal static class SubscriptionEdit
{
    public const string SubjectType = "subscription";

    /// <summary>Longest reason in characters.</summary>
    public const int MaxReason = 500;

    private const string None = "There is no plan to change. Choose one first.";

    /// <summary>Applies one act.</summary>
    /// <returns>Null when done, else why not.</returns>
    public static async Task<string?> ApplyAsync(
        OpsCenterDbContext db,
        SubscriptionAct act,
        Func<NpgsqlConnection, Subscription, ValueTask<SubscriptionStep>> decide,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (await SubscriptionRows.LockLiveAsync(connection, act.OrganizationId, cancellationToken) is not { } before)
            return None;

        var step = await decide(connection, before);

        if (step.After is not { } after)
            return step.Refusal;

        await SubscriptionRows.SaveAsync(connection, after, cancellationToken);
        Audit(db, act, before, after);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return null;
    }

    /// <summary>Adds the audit row of an act.</summary>
    public static void Audit(OpsCenterDbContext db, SubscriptionAct act, Subscription? before, Subscription after) => AuditTrail.Append(
        db,
        act.Actor,
        act.Now,
        new AuditRecord(
            act.Action, SubjectType, after.Id.ToString(), before is null ? null : StateOf(before), StateOf(after), act.Reason, act.OrganizationId));

    /// <summary>Why a text cannot be a reason; null when it can.</summary>
    public static string? ProblemWithReason(string reason) => reason.Trim() switch
    {
        "" => "Say why, in a few words.",
        { Length: > MaxReason } => $"Use at most {MaxReason} characters.",
        var text when text.Contains('\0', StringComparison.Ordinal) => "Use no control characters.",
        _ => null,
    };

    private static object StateOf(Subscription s) => new
    {
        s.PlanVersionId,
        Interval = EnumText<BillingInterval>.Of(s.Interval),
        s.NextPlanVersionId,
        NextInterval = s.NextInterval is { } next ? EnumText<BillingInterval>.Of(next) : null,
        s.CancelAt,
        s.EndedAt,
    };
}
