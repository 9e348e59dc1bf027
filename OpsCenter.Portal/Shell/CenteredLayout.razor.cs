namespace OpsCenter.Portal.Shell;

/// <summary>A quiet frame for static pages (sign-in, error). It asks no service for anything, so it also stands when something is broken.</summary>
public sealed partial class CenteredLayout;
