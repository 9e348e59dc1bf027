using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Pages;

namespace OpsCenter.Portal.RateCards.Testing;

/// <summary>What the sample job used.</summary>
public sealed partial class SampleJobForm
{
    /// <summary>The job; changed in place.</summary>
    [Parameter, EditorRequired]
    public required SampleJob Job { get; set; }

    /// <summary>The card whose names can be chosen.</summary>
    [Parameter, EditorRequired]
    public required RateCardEditor Editor { get; set; }

    /// <summary>What is wrong, by field.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string> Problems { get; set; }

    /// <summary>Something was typed or chosen.</summary>
    [Parameter]
    public EventCallback OnChange { get; set; }

    private IEnumerable<string> Names(RateCardSection section) => Editor.In(section).Where(l => !l.IsDeleted).Select(l => l.Key.Name);

    private string? Invalid(string field) => Problems.ContainsKey(field) ? "true" : null;

    private string? Described(string field) => Problems.ContainsKey(field) ? IdOf(field) : null;

    private string? Problem(string field) => Problems.GetValueOrDefault(field);

    private static string IdOf(string field) => $"test-{field}-problem";

    private Task AddAsync()
    {
        Job.Tools.Add(new SampleTool(Names(RateCardSection.Tools).First()));

        return OnChange.InvokeAsync();
    }

    private Task RemoveAsync(SampleTool tool)
    {
        Job.Tools.Remove(tool);

        return OnChange.InvokeAsync();
    }
}
