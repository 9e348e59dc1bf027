using Npgsql;
using OpsCenter.Portal.Billing.Dunning;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Mails;

/// <summary>Asks for letters, in the caller's transaction. Words and addresses are found when they are sent.</summary>
internal static class MailRequests
{
    /// <summary>About money that came.</summary>
    public static Task ReceiptAsync(NpgsqlConnection connection, Guid organizationId, Guid paymentId, DateTimeOffset now, CancellationToken cancellationToken) =>
        AskAsync(connection, MailKind.Receipt, organizationId, paymentId, now, cancellationToken);

    /// <summary>About a payment that failed.</summary>
    public static Task FailedAsync(NpgsqlConnection connection, FailedPayment failed, DateTimeOffset now, CancellationToken cancellationToken) =>
        AskAsync(
            connection, failed.Failure.MayBeRetried ? MailKind.PaymentFailed : MailKind.ActionRequired, failed.OrganizationId, failed.PaymentId, now, cancellationToken);

    /// <summary>About the stop of new jobs, once that has come and nothing was paid before.</summary>
    public static Task SuspendedAsync(
        NpgsqlConnection connection, Guid organizationId, DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken) =>
        OutboxTable.EnqueueAsync(
            connection,
            MailMessage.Kind,
            $"mail-suspended-{organizationId}-{at:yyyyMMddHHmm}",
            new { mail = EnumText<MailKind>.Of(MailKind.Suspended), organization_id = organizationId },
            now,
            cancellationToken,
            at);

    private static Task AskAsync(
        NpgsqlConnection connection, MailKind kind, Guid organizationId, Guid paymentId, DateTimeOffset now, CancellationToken cancellationToken) =>
        OutboxTable.EnqueueAsync(
            connection,
            MailMessage.Kind,
            $"mail-{EnumText<MailKind>.Of(kind)}-{paymentId}",
            new { mail = EnumText<MailKind>.Of(kind), organization_id = organizationId, payment_id = paymentId },
            now,
            cancellationToken);
}
