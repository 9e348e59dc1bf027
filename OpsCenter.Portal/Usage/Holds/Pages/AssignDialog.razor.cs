using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>Asks whose jobs they are, shows what assigning does, assigns: chosen jobs, or all of one reported customer.</summary>
public sealed partial class AssignDialog : IDisposable
{
    private readonly HoldSession session = new();
    private readonly Dictionary<string, Guid> suggested = new(StringComparer.Ordinal);
    private string? name;
    private string? problem;
    private Guid? customer;

    [Inject]
    public required AssignHolds Assign { get; init; }

    [Inject]
    public required CustomerQueries Customers { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter]
    public ImmutableArray<Guid> Jobs { get; set; } = [];

    /// <summary>The reported customer all of whose jobs are meant; null when the jobs are named.</summary>
    [Parameter]
    public string? CustomerRef { get; set; }

    private string Title => CustomerRef is not null ? $"Assign all jobs of {CustomerRef}" : $"Assign {HoldPageWords.Jobs(Jobs.Length)}";

    public void Dispose() => session.Dispose();

    // Two customers may share a name; their ids then tell them apart.
    private async Task<IReadOnlyList<string>> SuggestAsync(string text, CancellationToken cancellationToken)
    {
        var found = await Customers.SuggestAsync(await Current.GetAsync(cancellationToken), text, cancellationToken);
        suggested.Clear();

        foreach (var choice in found)
            suggested[found.Count(other => other.Name == choice.Name) > 1 ? $"{choice.Name} ({choice.Id})" : choice.Name] = choice.Id;

        return [.. suggested.Keys];
    }

    private async Task ChooseAsync(string? text)
    {
        name = text;
        customer = Guid.TryParse(text, out var typed) ? typed : suggested.TryGetValue(text ?? "", out var chosen) ? chosen : null;
        problem = customer is null && !string.IsNullOrWhiteSpace(text) ? "Choose one of the customers." : null;
        session.Forget();

        if (customer is not null)
            await PreviewAsync();
    }

    private Task PreviewAsync() => session.PreviewAsync(async cancellationToken =>
    {
        var actor = await Current.GetAsync(cancellationToken);
        var chosen = customer ?? throw new InvalidOperationException("There is no preview before a customer is chosen.");

        return CustomerRef is { } reported
            ? await Assign.PreviewAllOfAsync(actor, reported, chosen, cancellationToken)
            : await Assign.PreviewAsync(actor, Jobs, chosen, cancellationToken);
    });

    private async Task ActAsync()
    {
        if (customer is not { } chosen)
        {
            problem = "Choose one of the customers.";

            return;
        }

        var done = await session.ActAsync(async (seen, cancellationToken) =>
            await Assign.HandleAsync(await Current.GetAsync(cancellationToken), seen, chosen, cancellationToken));

        if (done is null)
        {
            await PreviewAsync();
        }
        else
        {
            Snackbar.Add($"{HoldPageWords.Jobs(done.Jobs)} assigned, {done.Priced} priced", Severity.Success);
            Dialog.Close();
        }
    }
}
