using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Organizations;

namespace OpsCenter.Portal.Organizations;

/// <summary>A customer as a reader saw it. Commands take it back, to notice what changed since.</summary>
/// <param name="Id">Identity; Brigade sends it as <c>customer_id</c>.</param>
/// <param name="Name">Display name.</param>
/// <param name="Status">Whether it may start new jobs.</param>
/// <param name="CreatedAt">When it became a customer.</param>
/// <param name="SuspendedAt">Since when it is suspended; null when active.</param>
/// <param name="Version">Changes with every change of the row.</param>
public sealed record CustomerRow(
    Guid Id, string Name, OrganizationStatus Status, DateTimeOffset CreatedAt, DateTimeOffset? SuspendedAt, uint Version)
{
    internal const string VersionColumn = "xmin";

    internal static readonly Expression<Func<Organization, CustomerRow>> FromOrganization = o =>
        new CustomerRow(o.Id, o.Name, o.Status, o.CreatedAt, o.SuspendedAt, EF.Property<uint>(o, VersionColumn));
}
