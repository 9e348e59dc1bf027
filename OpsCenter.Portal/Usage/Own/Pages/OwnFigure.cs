namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>One of the figures that have a card and a chart.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Of">Where it stands.</param>
/// <param name="InFull">As people read it.</param>
/// <param name="OnAxis">At a tick of the chart.</param>
/// <param name="IsWhole">Whether it is a count, of which there are no halves.</param>
public sealed record OwnFigure(
    string Title, Func<OwnFigures, decimal> Of, Func<decimal, string> InFull, Func<decimal, string> OnAxis, bool IsWhole);
