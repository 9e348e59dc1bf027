using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Billing.Pages;

/// <summary>Says that no money moves, where that is so.</summary>
public sealed partial class TestModeNote
{
    [Inject]
    public required PaymentMode Mode { get; init; }
}
