using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>The filters of the list of jobs. Each change is a new address.</summary>
public sealed partial class JobFilters
{
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

    private void ShowCustomer(Guid? id) => Show(Address.Change(JobListAddress.CustomerName, id?.ToString()));

    private void Show(string name, object? value) => Show(Address.Change(name, IsChoice(name) ? Lower(value) : value as string));

    private static bool IsChoice(string name) => name is JobListAddress.OutcomeName or JobListAddress.StateName;

    private void ShowDay(string name, object? value) =>
        Show(Address.Change(name, value as string).With<JobPeriod>(JobListAddress.PeriodName, JobPeriod.Custom));

    private void Show(UrlQuery query) => Navigation.NavigateTo(query.ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });
}
