using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Usage.Notices.Pages;

/// <summary>How many notices there are, in the bar of every operator's page.</summary>
public sealed partial class NoticeBell
{
    /// <summary>Who reads; the bell is for those who may see all jobs.</summary>
    [Parameter, EditorRequired]
    public required Actor Reader { get; set; }

    private bool IsShown => AccessPolicy.Allows(Reader, Permission.ViewAllJobs);

    protected override void OnInitialized()
    {
        if (IsShown)
            Follow(Reader);
    }
}
