using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>One of a few words.</summary>
public sealed partial class ChoiceCell
{
    private void Choose(ChangeEventArgs change) => Change(change.Value as string ?? "");
}
