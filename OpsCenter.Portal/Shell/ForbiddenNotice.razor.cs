namespace OpsCenter.Portal.Shell;

/// <summary>Shown inside the frame to a signed-in reader whose role does not include the page.</summary>
public sealed partial class ForbiddenNotice;
