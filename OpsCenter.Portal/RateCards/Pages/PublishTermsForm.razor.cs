using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Asks under which terms prices are published: when, why, and what a scheduled version or the margin floor make necessary.</summary>
public sealed partial class PublishTermsForm
{
    private ElementReference noteField;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public TimeZoneInfo? Zone { get; set; }

    [Parameter, EditorRequired]
    public required PublishTermsEntry Entry { get; set; }

    /// <summary>The version that waits for its time; null when none does.</summary>
    [Parameter]
    public RateCardVersionView? Scheduled { get; set; }

    /// <summary>Prices that would leave less than the floor.</summary>
    [Parameter]
    public ImmutableArray<MarginBreach> Breaches { get; set; } = [];

    /// <summary>The floor in percent.</summary>
    [Parameter]
    public decimal Floor { get; set; }

    /// <summary>The reader chose between now and later.</summary>
    [Parameter]
    public EventCallback OnTimeChosen { get; set; }

    private string KeepWords => Entry.IsLater
        ? "Its changes join this one"
        : "Its changes stay scheduled, on top of these prices";

    private string ZoneWords => Entry.Instant(Zone ?? TimeZoneInfo.Utc) is { } instant ? TimeFormat.Utc(instant) : "Your time zone";

    /// <summary>Puts the focus where the reader has to write.</summary>
    public ValueTask FocusAsync() => noteField.FocusAsync();

    private Task ChooseAsync(bool later)
    {
        Entry.IsLater = later;
        Entry.TimeProblem = null;

        if (later)
            Entry.SuggestTime(Clock.GetUtcNow(), Zone ?? TimeZoneInfo.Utc);

        return OnTimeChosen.InvokeAsync();
    }

    private static string? Invalid(string? problem) => problem is null ? null : "true";

    private static string? Describe(string? problem, string id) => problem is null ? null : id;
}
