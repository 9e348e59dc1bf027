namespace OpsCenter.Portal.Shell.Navigation;

/// <summary>The parts of the rail, in their order on the page.</summary>
public enum NavigationGroup
{
    MyAccount,
    Platform,
}
