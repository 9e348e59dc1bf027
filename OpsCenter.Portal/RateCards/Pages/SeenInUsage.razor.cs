using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Usage.Holds;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>What jobs named and the card lacks, with the way to add it. Nothing at all when nothing is missing.</summary>
public sealed partial class SeenInUsage : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private HoldGroups? groups;

    [Inject]
    public required HoldQueries Holds { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Parameter, EditorRequired]
    public required RateCardEditor Editor { get; set; }

    /// <summary>The row to add, with its name.</summary>
    [Parameter]
    public EventCallback<RateCardRow> OnAdd { get; set; }

    // A customer is on no card, and what the newest version has by now waits for something else.
    private IEnumerable<HoldGroup> Missing =>
        groups?.Groups.Where(group => group.Cause.Reason is not HoldReason.UnknownCustomer && !group.IsKnownNow) ?? [];

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            groups = await Holds.GroupsAsync(await Current.GetAsync(closing.Token), closing.Token);
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            // The page of holds says the same, later.
        }
    }

    private static RateCardRowKey KeyOf(HoldCause cause) => new(SectionOf(cause.Reason), cause.Subject);

    private static RateCardSection SectionOf(HoldReason reason) => reason switch
    {
        HoldReason.UnknownRoute => RateCardSection.Routes,
        HoldReason.UnknownAgent => RateCardSection.Agents,
        HoldReason.UnknownTool => RateCardSection.Tools,
        HoldReason.UnknownCustomer => throw new ArgumentOutOfRangeException(nameof(reason), "A customer is on no card."),
    };

    private Task AddAsync(HoldCause cause) => OnAdd.InvokeAsync(NewRow.Named(Editor, KeyOf(cause)));
}
