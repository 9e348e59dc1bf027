namespace OpsCenter.Portal.Shell;

/// <summary>Something a feature puts into the bar of every signed-in reader's page.</summary>
/// <param name="Component">Drawn with the parameter <c>Reader</c>, the signed-in actor; decides itself whether there is something to show.</param>
public sealed record TopBarTool(Type Component);
