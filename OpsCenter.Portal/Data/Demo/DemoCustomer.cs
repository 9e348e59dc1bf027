using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Data.Demo;

/// <summary>A sample customer, what it pays for, and how it uses agents.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Plan">The plan it chose.</param>
/// <param name="Interval">How often it pays.</param>
/// <param name="StartsOnDay">On which of the sample days it begins, from 0.</param>
/// <param name="Card">The test card it pays with at first.</param>
/// <param name="Share">Part of all sample jobs, of 100.</param>
/// <param name="ByokShare">Jobs on its own provider keys, of 100.</param>
/// <param name="Growth">Jobs of the last day for each job of the first one.</param>
internal sealed record DemoCustomer(
    string Name, string Plan, BillingInterval Interval, int StartsOnDay, string Card, int Share, int ByokShare, double Growth)
{
    /// <summary>A card that is accepted when it is saved and declined when it is charged later.</summary>
    public const string DecliningCard = "4000000000000341";

    /// <summary>The three sample customers; the owner of the first one can sign in. The second one's last payment fails.</summary>
    public static IReadOnlyList<DemoCustomer> All { get; } =
    [
        new("Northwind Research", "professional", BillingInterval.Month, 1, "4242424242424242", 55, 12, 2.2),
        new("Harbor Legal", "starter", BillingInterval.Month, 23, "5555555555554444", 30, 0, 1.1),
        new("Lumen Studio", "enterprise", BillingInterval.Year, 9, "378282246310005", 15, 0, 0.7),
    ];

    /// <summary>The one whose card is replaced by <see cref="DecliningCard"/>.</summary>
    public static DemoCustomer InTrouble => All[1];
}
