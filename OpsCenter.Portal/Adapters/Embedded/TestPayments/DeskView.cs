using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>What the hosted page shows.</summary>
/// <param name="Description">What it is for.</param>
/// <param name="Amount">What is paid; null: a card is saved.</param>
/// <param name="Cards">Saved cards to choose from; none when a card is to be saved.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsConfirming">Whether the person's bank waits for them.</param>
/// <param name="CancelUrl">The way back.</param>
/// <param name="SuccessUrl">The way on, once it is completed.</param>
public sealed record DeskView(
    string Description,
    Money? Amount,
    IReadOnlyList<GatewayCard> Cards,
    GatewayCheckoutState State,
    bool IsConfirming,
    Uri CancelUrl,
    Uri SuccessUrl);
