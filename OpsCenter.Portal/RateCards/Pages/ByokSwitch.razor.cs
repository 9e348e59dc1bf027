using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Whether customers may use their own key for a provider: one switch for all its models.</summary>
public sealed partial class ByokSwitch
{
    [CascadingParameter]
    public required RateCardEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required string Provider { get; set; }

    /// <summary>The provider's rows.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<CardLine> Lines { get; set; }

    private IEnumerable<CardLine> Present => Lines.Where(l => !l.IsDeleted);

    private int Allowing => Present.Count(l => l.Row.Flag(RateCardColumns.ByokEnabled));

    private bool IsOn => Allowing > 0 && Allowing == Present.Count();

    private string Words => IsOn || Allowing == 0 ? "BYOK" : $"BYOK for {Allowing} of {Present.Count()} models";

    private void Switch(bool isOn)
    {
        foreach (var line in Present.ToList())
        {
            Editor.Change(line.Key, RateCardColumns.ByokEnabled, isOn ? "true" : "false");
        }
    }
}
