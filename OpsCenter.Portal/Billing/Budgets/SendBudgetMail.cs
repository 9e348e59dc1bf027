using System.Text.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Mails;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Budgets;

/// <summary>Tells a customer by mail that a part of its budget is used up, and what follows.</summary>
public sealed class SendBudgetMail(NpgsqlDataSource database, IMailer mailer, IOptions<PublicUrlOptions> address, TimeProvider clock) : IOutboxHandler
{
    /// <summary>Kind of its messages.</summary>
    internal const string MessageKind = "mail.budget";

    private const string Facts =
        """
        select a.budget, a.spent, b.currency, b.stops from budget_alerts a join budgets b on b.organization_id = a.organization_id
        where a.organization_id = $1 and a.billing_period_id = $2 and a.percent = $3
        """;

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public async Task HandleAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var (organization, period) = (payload.GetProperty("organization_id").GetGuid(), payload.GetProperty("billing_period_id").GetGuid());
        var percent = payload.GetProperty("percent").GetInt32();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var to = await SendBillingMail.AddressesAsync(connection, organization, cancellationToken);

        // A budget that was removed meanwhile needs no letter.
        if (to.Length == 0 || await TextAsync(connection, organization, period, percent, cancellationToken) is not { } text)
            return;

        var name = await CustomerNames.OfAsync(connection, organization, cancellationToken);
        await mailer.SendAsync(
            new Mail(SendBillingMail.IdOf(payload), [.. to], $"{percent} % of your budget is used", $"Hello {name},\n\n{text}\n", clock.GetUtcNow()), cancellationToken);
    }

    private async Task<string?> TextAsync(NpgsqlConnection connection, Guid organization, Guid period, int percent, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Facts, connection);
        command.Parameters.AddAll(organization, period, percent);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        if (!await reader.ReadAsync(cancellationToken))
            return null;

        var currency = Currency.Of(reader.GetString(2));
        var (budget, spent) = (new Money(reader.GetDecimal(0), currency), new Money(reader.GetDecimal(1), currency));
        var effect = (reader.GetBoolean(3), percent) switch
        {
            (true, 100) => "No new jobs start until the next billing period, or until you raise or remove the budget.",
            (true, _) => "When all of it is used, no new jobs start.",
            (false, _) => "The budget only warns: jobs go on.",
        };

        return $"Jobs of this billing period cost {MoneyFormat.Rounded(spent)} so far, {percent} % or more of your budget of {MoneyFormat.Rounded(budget)}. {effect} "
            + $"See what it comes from: {address.Value.BaseUrl.TrimEnd('/')}{PortalUrls.CustomersUsage}";
    }
}
