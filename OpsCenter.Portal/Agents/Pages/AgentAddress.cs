using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Agents.Pages;

/// <summary>The filters of the list of agents as they stand in the address.</summary>
internal static class AgentAddress
{
    public const string Search = "q";
    public const string State = "status";
    public const string Sort = "sort";
    public const string Page = PageFoot.PageName;
    public const string Size = PageFoot.SizeName;

    /// <summary>The whole list as an address filters it.</summary>
    public static AgentFilter Filter(UrlQuery query) =>
        new(query.Text(Search), query.Choice<AgentState>(State), query.Choice<AgentSort>(Sort) ?? AgentSort.Name);

    /// <summary>One page of it.</summary>
    public static AgentFilter PageOf(UrlQuery query) =>
        Filter(query) with { Page = query.Number(Page) ?? 1, PageSize = PageSizeLinks.Of(query.Number(Size)) };
}
