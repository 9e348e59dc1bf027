using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Overview.Pages;

namespace OpsCenter.Portal.Usage.Replays.Pages;

/// <summary>The period, and the button that runs and stops. One button, so that the focus stays where it is.</summary>
public sealed partial class ReplayControls
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required ReplayAddress Address { get; set; }

    [Parameter, EditorRequired]
    public bool IsRunning { get; set; }

    [Parameter]
    public ReplayProgress? Progress { get; set; }

    [Parameter, EditorRequired]
    public bool CanRun { get; set; }

    /// <summary>Whether there is a result for this period already.</summary>
    [Parameter, EditorRequired]
    public bool HasRun { get; set; }

    /// <summary>Whether the address says which days.</summary>
    [Parameter, EditorRequired]
    public bool HasSpan { get; set; }

    [Parameter]
    public EventCallback OnRun { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    private string ProgressText => Progress is { } made
        ? $"{ReplayWords.Jobs(made.Jobs)} of about {OverviewWords.Count(made.Expected)}"
        : "Starting…";

    private void ShowPeriod(ChangeEventArgs change)
    {
        if (Enum.TryParse<ReplayPeriod>(change.Value as string, out var period))
            Show(Address.WithPeriod(period));
    }

    private void ShowDay(string name, object? day) => Show(Address.WithDay(name, day as string));

    private void Show(UrlQuery query) => Navigation.NavigateTo(query.ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });
}
