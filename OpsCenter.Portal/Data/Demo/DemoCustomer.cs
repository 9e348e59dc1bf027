namespace OpsCenter.Portal.Data.Demo;

/// <summary>A sample customer and how it uses agents.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Share">Part of all sample jobs, of 100.</param>
/// <param name="ByokShare">Jobs on its own provider keys, of 100.</param>
/// <param name="Growth">Jobs of the last day for each job of the first one.</param>
internal sealed record DemoCustomer(string Name, int Share, int ByokShare, double Growth)
{
    /// <summary>The three sample customers; the owner of the first one can sign in.</summary>
    public static IReadOnlyList<DemoCustomer> All { get; } =
    [
        new("Northwind Research", 55, 12, 2.2),
        new("Harbor Legal", 30, 0, 1.1),
        new("Lumen Studio", 15, 0, 0.7),
    ];
}
