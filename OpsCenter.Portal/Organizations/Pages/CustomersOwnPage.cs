using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>
/// A page of the customer's side. It has two addresses: the customer's own, about the organisation they act for, and the operator's, about
/// any customer and without acts. Derived pages draw themselves inside a <see cref="CustomerFrame"/>.
/// </summary>
public abstract class CustomersOwnPage : ComponentBase, IDisposable
{
    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required OpenedCustomers Opened { get; init; }

    /// <summary>Whose page it is, from the operator's address; null at the customer's own.</summary>
    [Parameter]
    public Guid? CustomerId { get; set; }

    /// <summary>What a member needs to open the page.</summary>
    public abstract Permission OwnPermission { get; }

    /// <summary>What an operator needs to open it.</summary>
    public virtual Permission AnyPermission => Permission.ViewBilling;

    /// <summary>Whose page it is.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>The customer's name, for operators; empty for the customer.</summary>
    public string CustomerName { get; private set; } = "";

    /// <summary>Whether an operator looks at it: then it is read-only.</summary>
    public bool IsOperatorView => CustomerId is not null;

    /// <summary>Whether the reader may not open it.</summary>
    public bool IsForbidden { get; private set; }

    /// <summary>Whether there is no such customer.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Starts loading and drops what an older address still loads.</summary>
    protected LatestOnly Latest { get; } = new();

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what the page listens to.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Latest.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => Latest.RunAsync(EnterAsync);

    /// <summary>Loads what the page shows; the reader may see it, and the circuit is there.</summary>
    /// <param name="actor">The reader.</param>
    /// <param name="cancellationToken">The page was left or asked again.</param>
    protected abstract Task LoadAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>Loads it again, after an act.</summary>
    protected Task ReloadAsync() => Latest.RunAsync(EnterAsync);

    private async Task EnterAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        var organization = CustomerId ?? (actor as Actor.User)?.OrganizationId;
        IsForbidden = organization is not { } id || !(IsOperatorView
            ? AccessPolicy.Allows(actor, AnyPermission)
            : AccessPolicy.AllowsAbout(actor, id, OwnPermission, OwnPermission));

        // Before the circuit there is only the shape of the page.
        if (IsForbidden || !RendererInfo.IsInteractive)
            return;

        OrganizationId = organization!.Value; // otherwise the page is forbidden

        if (IsOperatorView)
        {
            var name = await Opened.NameOfAsync(actor, OrganizationId, cancellationToken);
            IsMissing = name is null;
            CustomerName = name ?? "";
        }

        if (!IsMissing)
            await LoadAsync(actor, cancellationToken);
    }
}
