using System.Text.Json;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>What shall happen when a checkout is completed, fixed when it is started. Only what belongs to its purpose is set.</summary>
internal sealed record CheckoutDetails
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new MoneyJson() } };

    /// <summary>The subscription that waits for its first payment.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>The version that was shown and paid.</summary>
    public Guid? PlanVersionId { get; init; }

    public BillingInterval? Interval { get; init; }

    public UpgradeQuote? Quote { get; init; }

    public Guid? InvoiceId { get; init; }

    public bool MakeDefault { get; init; }

    public static CheckoutDetails Parse(string json) =>
        JsonSerializer.Deserialize<CheckoutDetails>(json, Json) ?? throw new InvalidOperationException("A checkout has no details.");

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, Json);
}
