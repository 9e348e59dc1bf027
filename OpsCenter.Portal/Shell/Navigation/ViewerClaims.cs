namespace OpsCenter.Portal.Shell.Navigation;

/// <summary>Claims of the sign-in cookie that the frame reads, beside the standard name and name identifier.</summary>
public static class ViewerClaims
{
    public const string PlatformRole = "platform_role";
    public const string OrganizationId = "organization_id";
    public const string OrganizationName = "organization_name";
    public const string OrganizationRole = "organization_role";
}
