using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Usage.Own.Home;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>What a customer should look at, with links to where it is solved.</summary>
public sealed partial class AttentionList
{
    [Parameter, EditorRequired]
    public ImmutableArray<AttentionItem> Items { get; set; } = [];

    [Parameter]
    public Guid? CustomerId { get; set; }
}
