using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Shell.Exports;

/// <summary>
/// A list that can be exported. A capability registers one for each of its lists; <see cref="ExportButton"/> on the list's page does the rest.
/// </summary>
public interface IListExport
{
    /// <summary>Stands in the address and in the name of the file: <c>jobs</c>.</summary>
    string Name { get; }

    /// <summary>The list as an address filters it. Its query checks the actor, at the latest when the first row is read.</summary>
    /// <param name="actor">Who exports.</param>
    /// <param name="query">The filters, as they stand in the address of the list's page.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="AccessDeniedException">The actor may not see the list.</exception>
    ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken);
}
