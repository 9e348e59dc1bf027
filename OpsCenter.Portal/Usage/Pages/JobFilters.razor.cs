using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>The filters of the list of jobs. Each change is a new address.</summary>
public sealed partial class JobFilters
{
    private readonly Dictionary<string, Guid> suggested = new(StringComparer.Ordinal);

    [Inject]
    public required CustomerQueries Customers { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required JobListAddress Address { get; set; }

    [Parameter, EditorRequired]
    public bool ShowsCustomers { get; set; }

    /// <summary>Name of the customer in the address; null when there is none.</summary>
    [Parameter]
    public string? Customer { get; set; }

    [Parameter, EditorRequired]
    public required JobChoices Choices { get; set; }

    private static Task<IReadOnlyList<string>> Among(IReadOnlyList<string> names, string text) =>
        Task.FromResult<IReadOnlyList<string>>([.. names.Where(name => name.Contains(text, StringComparison.OrdinalIgnoreCase))]);

    private static string? Lower(object? value) => (value as string)?.ToLowerInvariant();

    private string? Day(string name) => Address.Query.Text(name);

    // Two customers may share a name; their ids then tell them apart.
    private async Task<IReadOnlyList<string>> SuggestCustomersAsync(string text, CancellationToken cancellationToken)
    {
        var found = await Customers.SuggestAsync(await Current.GetAsync(cancellationToken), text, cancellationToken);
        suggested.Clear();

        foreach (var choice in found)
        {
            var isShared = found.Count(other => other.Name == choice.Name) > 1;
            suggested[isShared ? $"{choice.Name} ({choice.Id})" : choice.Name] = choice.Id;
        }

        return [.. suggested.Keys];
    }

    // What matches no customer is no filter: the field then goes back to what the list shows.
    private void ShowCustomer(string? text)
    {
        Guid? id = Guid.TryParse(text, out var typed) ? typed : suggested.TryGetValue(text ?? "", out var chosen) ? chosen : null;
        Show(Address.Change(JobListAddress.CustomerName, id?.ToString()));
    }

    private void Show(string name, object? value) => Show(Address.Change(name, IsChoice(name) ? Lower(value) : value as string));

    private static bool IsChoice(string name) => name is JobListAddress.OutcomeName or JobListAddress.StateName;

    private void ShowDay(string name, object? value) =>
        Show(Address.Change(name, value as string).With<JobPeriod>(JobListAddress.PeriodName, JobPeriod.Custom));

    private void Show(UrlQuery query) => Navigation.NavigateTo(query.ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });
}
