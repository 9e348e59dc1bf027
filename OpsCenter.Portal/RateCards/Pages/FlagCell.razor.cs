namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>On or off.</summary>
public sealed partial class FlagCell
{
    private void Switch(bool isOn) => Change(isOn ? "true" : "false");
}
