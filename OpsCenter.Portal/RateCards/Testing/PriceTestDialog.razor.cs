using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards.Pages;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.RateCards.Testing;

/// <summary>Prices a sample job while it is typed: by the draft, beside what the version in force would charge.</summary>
public sealed partial class PriceTestDialog : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly SampleJob job = new();
    private IReadOnlyDictionary<string, string> problems = new Dictionary<string, string>();
    private PriceTest? test;
    private string? problem;
    private int asked;

    [Inject]
    public required TestPrice Test { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The open card.</summary>
    [Parameter, EditorRequired]
    public required RateCardEditor Editor { get; set; }

    private bool HasDraft => Editor.ChangeCount > 0;

    /// <summary>Opens the dialog.</summary>
    public static Task ShowAsync(IDialogService dialogs, RateCardEditor editor) => dialogs.ShowAsync<PriceTestDialog>(
        "Test this price",
        new DialogParameters<PriceTestDialog> { { d => d.Editor, editor } },
        new DialogOptions { MaxWidth = MaxWidth.Large, FullWidth = true });

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        job.Agent = First(RateCardSection.Agents);
        job.Route = First(RateCardSection.Routes);

        return PriceAsync();
    }

    private string First(RateCardSection section) => Editor.In(section).FirstOrDefault(l => !l.IsDeleted)?.Key.Name ?? "";

    private async Task PriceAsync()
    {
        var turn = ++asked;
        (problems, problem) = (job.Problems(), null);

        if (job.Read() is not { } usage)
        {
            test = null;
            return;
        }

        try
        {
            var priced = await Test.HandleAsync(await Current.GetAsync(closing.Token), Editor.Sheet, usage, closing.Token);

            // Letters typed meanwhile have asked again, and their answer may have come first.
            test = turn == asked ? priced : test;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            problem = DatabaseFailure.Sentence;
        }
    }
}
