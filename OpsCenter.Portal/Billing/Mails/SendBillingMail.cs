using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Billing.Mails;

/// <summary>Sends letters about money: who gets them and what they say is found at this moment.</summary>
public sealed class SendBillingMail(
    NpgsqlDataSource database, IMailer mailer, PaymentMode mode, IOptions<PublicUrlOptions> address, TimeProvider clock) : IOutboxHandler
{
    private const string Facts =
        """
        select p.amount, p.currency, coalesce(i.number, ''), coalesce(p.failure_message, ''), d.next_retry_at
        from payments p
        left join invoices i on i.id = coalesce(p.invoice_id, (select a.invoice_id from payment_allocations a where a.payment_id = p.id limit 1))
        left join dunnings d on d.invoice_id = i.id
        where p.id = $1
        """;

    /// <inheritdoc />
    public string Kind => MailMessage.Kind;

    /// <inheritdoc />
    public async Task HandleAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var kind = EnumText<MailKind>.Parse(payload.GetProperty("mail").GetString() ?? "");
        var organizationId = payload.GetProperty("organization_id").GetGuid();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        // Paid meanwhile: the letter would be wrong.
        if (kind is MailKind.Suspended
            && await PastDue.StatusAsync(connection, organizationId, clock.GetUtcNow(), cancellationToken) is not SubscriptionStatus.Suspended)
        {
            return;
        }

        var to = await AddressesAsync(connection, organizationId, cancellationToken);

        if (to.Length == 0)
            return;

        var facts = payload.TryGetProperty("payment_id", out var payment) ? await FactsAsync(connection, payment.GetGuid(), cancellationToken) : null;
        var name = await CustomerNames.OfAsync(connection, organizationId, cancellationToken);
        var (subject, text) = MailWords.Of(kind, name, facts, address.Value.BaseUrl.TrimEnd('/') + PortalUrls.CustomersBilling, mode.IsTest);
        await mailer.SendAsync(new Mail(IdOf(payload), [.. to], subject, text, clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Who gets letters about a customer's money.</summary>
    internal static async Task<string[]> AddressesAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        var account = await BillingAccountRows.FindAsync(connection, organizationId, cancellationToken);

        return account.Email.Length > 0
            ? [account.Email]
            : await MailAddresses.OfAsync(connection, await BillingContacts.OfAsync(connection, organizationId, cancellationToken), cancellationToken);
    }

    private static async Task<MailFacts?> FactsAsync(NpgsqlConnection connection, Guid paymentId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Facts, connection);
        command.Parameters.AddAll(paymentId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new MailFacts(
                new Money(reader.GetDecimal(0), Currency.Of(reader.GetString(1))),
                reader.GetString(2),
                reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4))
            : null;
    }

    /// <summary>The same message makes the same letter, so that a second try after a crash replaces the first.</summary>
    internal static Guid IdOf(JsonElement payload) => new(SHA256.HashData(Encoding.UTF8.GetBytes(payload.GetRawText())).AsSpan(0, 16));
}
