using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>What a customer sees first.</summary>
public sealed partial class CustomerOverviewPage
{
    private bool isReady;

    /// <inheritdoc />
    public override Permission OwnPermission => Permission.ViewOwnJobs;

    /// <inheritdoc />
    protected override Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        isReady = true;

        return Task.CompletedTask;
    }
}
