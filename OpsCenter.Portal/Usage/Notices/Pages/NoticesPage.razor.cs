using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;

namespace OpsCenter.Portal.Usage.Notices.Pages;

/// <summary>Everything an operator should look at, as it is now.</summary>
public sealed partial class NoticesPage
{
    private Actor? reader;
    private bool? isAllowed;

    [Inject]
    public required CurrentActor Current { get; init; }

    protected override async Task OnInitializedAsync()
    {
        reader = await Current.GetAsync(Closing);
        isAllowed = AccessPolicy.Allows(reader, Permission.ViewAllJobs);

        if (isAllowed is true)
            Follow(reader);
    }

    private bool CanOpen(Notice notice) => reader is { } actor && AccessPolicy.Allows(actor, notice.Needs);
}
